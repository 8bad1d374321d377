/** Names with how they are said: she, he, or either. Chosen for sound; none of the ones that every storyteller takes. */
export const names = {
  she: 'Ada Agnes Alma Anouk Asta Aya Beatrix Bettina Birdie Bryony Calla Carmen Celia Cleo Cora Dagny Dalia Delphine Dilys Dora Edda Edith Effie Elke Enid Esme Etta Fadila Fenna Fern Fflur Flora Freya Frida Gerda Gilda Greta Gwen Hana Hattie Hedda Heidi Hester Hilde Honor Ida Imke Inga Ines Iris Isolde Ivy Jasmin Jette Jocasta Juno Kaja Karin Kezia Kiri Lalage Leila Leonie Lioba Lisbet Lotte Lumi Mabel Maeve Magda Malin Marit Marta Matilda Maud Merle Mina Minna Mirka Mona Nadia Nell Nessa Nika Nora Noor Nuria Odette Odile Olive Oona Orla Ottilie Padma Paloma Pearl Perpetua Petra Philippa Pilar Poppy Priya Quilla Ramona Renata Roma Rosalind Rowena Ruta Sabine Saffron Salma Selma Senna Signe Sigrid Silke Sofi Solveig Sorrel Sunniva Svea Tabitha Tamsin Tansy Thea Tilda Tove Trudi Tulip Una Ursula Vera Viola Wanda Wilma Winnie Xenia Yara Yoko Ysolde Zadie Zelda Zora Zuzu'.split(
    ' ',
  ),
  he: 'Abel Adil Albin Amos Anton Arlo Asher Axel Balder Barnaby Basil Bertil Boris Bram Bruno Burdock Caspian Cato Cedric Cosmo Curtis Dafydd Damian Dante Dov Duncan Edgar Edmund Einar Eino Elmo Emil Enzo Ernst Ewan Ezra Fabian Farid Felix Ferdinand Ferro Finlay Folke Fritz Gareth Gaspar Gideon Gilbert Gus Gunnar Habib Hamish Hans Harald Hector Henrik Hugo Humphrey Ibrahim Idris Igor Ingo Ivo Jabir Jakob Janosch Jasper Jonas Jory Jules Kai Kasimir Kenji Kip Klaas Knut Konrad Lars Laszlo Leif Lennart Linus Lorcan Ludo Magnus Marek Matteo Mikko Monty Mungo Nils Nico Norbert Oleg Omar Orson Oskar Osman Otto Owen Pascal Pavel Percy Quentin Rafi Ragnar Ravi Reuben Rhys Rico Rolf Rollo Rufus Rupert Samir Samson Sandor Selim Sepp Silas Sixten Stellan Sven Tadeo Taro Teo Theo Tobias Toma Torsten Tristan Ulf Umberto Uri Valentin Vasco Viggo Vito Walter Wendel Wilf Wolfram Yann Yusuf Zeno Zeki'
    .split(' ')
    .filter((name) => name !== 'Barnaby'),
  either:
    'Ash Bay Birch Bobbin Bracken Bramble Brisk Button Cinder Clove Clover Cob Comfrey Copper Cricket Dandy Dill Dot Dusk Ember Fennel Fig Flint Gale Ginger Hazel Heath Indigo Jet Juniper Kit Lark Linden Mallow Maple Marble Merrow Mint Moss Nettle Nutmeg Oakley Onyx Pepper Pike Pim Plum Quill Quince Reed Ribbon Rook Rowan Rue Rye Sage Shale Sky Sloe Smudge Sparrow Stitch Tally Tamarind Teasel Thimble Thistle Thyme Tinker Toffee Tuft Twill Umber Vetch Wick Woad Wren Yarrow Zest'.split(
      ' ',
    ),
} as const;
