/** What a command can do beside changing the picture's style. */
export const liveActions = [
  'freeze',
  'unfreeze',
  'back',
  'forward',
  'reset',
  'surprise',
  'record-start',
  'record-stop',
  'snapshot',
  'live-start',
  'live-stop',
  'mirror-on',
  'mirror-off',
  'mirror',
  'mute',
  'unmute',
  'compare-on',
  'compare-off',
  'fullscreen',
  'engine-device',
  'engine-server',
  'background-none',
  'background-blur',
  'camera-on',
  'camera-off',
  'help',
] as const;
export type LiveAction = (typeof liveActions)[number];

/** Ways to say each action, as people and speech recognition write it; the first of each is shown as an example. */
export const actionPhrases: Readonly<Record<LiveAction, { en: string; ja: string }>> = {
  freeze: {
    en: 'freeze, hold, hold it, pause, stop the picture, freeze frame, stand still, hold the picture, stop moving, freeze it, freeze the picture, stop',
    ja: '止めて, とめて, 静止, 静止して, フリーズ, 一時停止, 固定, ストップ, 止まって, 画面を止めて, 固まって, 停止',
  },
  unfreeze: {
    en: 'unfreeze, continue, go on, resume, play, move again, carry on, unpause, keep going, release',
    ja: '再開, 動かして, 続けて, 再生, 解除, 静止解除, 動いて, 再開して, つづけて, フリーズ解除',
  },
  back: {
    en: 'back, go back, undo, undo that, previous, the one before, as before, take that back, revert, previous style, last one, never mind, that was wrong',
    ja: '戻して, もどして, 元に戻して, 戻る, 取り消し, 取り消して, さっきの, 前の, 前に戻して, 一つ前, ひとつ前, やり直し, アンドゥ, 前のスタイル',
  },
  forward: {
    en: 'forward, redo, go forward, next style, redo that, again the next one',
    ja: '進む, やり直す, リドゥ, 次へ, 進めて, 次に進んで',
  },
  reset: {
    en: 'reset, start over, clear, clear everything, back to normal, default, reset the style, from scratch, plain',
    ja: 'リセット, 最初から, クリア, 初期化, 元通り, 普通に戻して, 全部消して, 初めから, デフォルト',
  },
  surprise: {
    en: 'surprise me, random, something else, anything, something new, shuffle, roll the dice, try something, i am feeling lucky',
    ja: 'おまかせ, お任せ, ランダム, 何か違うの, 別の, 適当に, シャッフル, 驚かせて, 何か新しいの',
  },
  'record-start': {
    en: 'record, start recording, start to record, begin recording, record this, start the recording, film this, recording on, record video, start capture',
    ja: '録画, 録画して, 録画開始, 録画を始めて, 録画スタート, 収録開始, 録画をはじめて, 撮影開始, 記録して',
  },
  'record-stop': {
    en: 'stop recording, end recording, finish recording, stop the recording, recording off, end the recording, stop record, stop filming, stop capture, finish the recording',
    ja: '録画停止, 録画を止めて, 録画終了, 録画をやめて, 録画ストップ, 収録終了, 録画を終えて, 撮影終了, 録画終わり, 録画止めて, 録画やめて',
  },
  snapshot: {
    en: 'take a picture, snapshot, take a photo, photo, take a snapshot, screenshot, capture, save the picture, say cheese, take picture, shoot, save this picture, picture, take a screenshot',
    ja: '写真, 写真を撮って, 写真撮って, スナップショット, 撮って, スクリーンショット, スクショ, 画像を保存, 撮影, シャッター, はいチーズ, キャプチャ, 写真をとって',
  },
  'live-start': {
    en: 'go live, start the stream, start streaming, start stream, stream, broadcast, publish, start broadcasting, go on air, on air, begin streaming, start the broadcast, go life, stream live, start live',
    ja: '配信開始, 配信, 配信して, 配信を始めて, ライブ開始, 生配信, ライブ配信, 放送開始, 公開, 公開して, 配信スタート, 配信をはじめて, ライブスタート',
  },
  'live-stop': {
    en: 'stop the stream, stop streaming, end the stream, end stream, stop stream, go offline, stop broadcasting, end broadcast, off air, stop live, end live, stop the broadcast, finish the stream',
    ja: '配信停止, 配信終了, 配信を止めて, 配信をやめて, ライブ終了, 放送終了, 配信を終えて, オフライン, 公開停止, 公開をやめて, 配信終わり, 配信ストップ, 配信止めて, 配信やめて',
  },
  'mirror-on': {
    en: 'mirror on, mirror the picture, mirror me, turn on the mirror, enable mirror',
    ja: 'ミラーオン, 鏡にして, 左右反転オン, ミラーにして',
  },
  'mirror-off': {
    en: 'mirror off, no mirror, stop mirroring, unmirror, turn off the mirror, disable mirror',
    ja: 'ミラーオフ, ミラー解除, 反転解除, 左右反転オフ, 鏡をやめて, 反転をやめて',
  },
  mirror: {
    en: 'mirror, flip, flip the picture, mirror image, swap sides',
    ja: 'ミラー, 左右反転, 反転, 鏡, 反転して, 左右を入れ替えて',
  },
  mute: {
    en: 'mute, microphone off, mute me, mute the microphone, mic off, turn off the microphone, sound off, silence, be quiet',
    ja: 'ミュート, マイクオフ, 消音, マイクを切って, 音を消して, ミュートして, マイクを消して',
  },
  unmute: {
    en: 'unmute, microphone on, unmute me, mic on, turn on the microphone, sound on, unmute the microphone',
    ja: 'ミュート解除, マイクオン, マイクを入れて, 音を出して, マイクをつけて, 消音解除',
  },
  'compare-on': {
    en: 'compare, show the original, before and after, show me the camera, original, side by side, split, show original, show the difference',
    ja: '比較, 比べて, 元の映像, オリジナル, 並べて, 見比べて, 元を見せて, 比較して',
  },
  'compare-off': {
    en: 'stop comparing, hide the original, compare off, no comparison, hide original, end comparison',
    ja: '比較終了, 比較をやめて, オリジナルを隠して, 比較オフ, 比較解除',
  },
  fullscreen: {
    en: 'fullscreen, full screen, maximise, maximize, big picture, go full screen, whole screen',
    ja: '全画面, フルスクリーン, 最大化, 全画面表示, 画面いっぱい',
  },
  'engine-device': {
    en: 'paint here, use my device, on this device, local engine, use my computer, paint on my device, on device',
    ja: 'この端末で, 端末で描いて, ローカルで, このパソコンで, 自分の端末で',
  },
  'engine-server': {
    en: 'use the server, paint on the server, on the server, server engine',
    ja: 'サーバーで, サーバで, サーバーで描いて, サーバーを使って',
  },
  'background-none': {
    en: 'background off, no background effect, keep the background, normal background, background normal',
    ja: '背景そのまま, 背景オフ, 背景を元に戻して, 背景を普通に',
  },
  'background-blur': {
    en: 'blur the background, blur background, background blur, hide the background, hide my room',
    ja: '背景をぼかして, 背景ぼかし, 背景ぼかして, 背景を隠して, 部屋を隠して',
  },
  'camera-on': {
    en: 'camera on, turn on the camera, start the camera, start camera',
    ja: 'カメラオン, カメラをつけて, カメラ開始, カメラを起動',
  },
  'camera-off': {
    en: 'camera off, turn off the camera, stop the camera, stop camera',
    ja: 'カメラオフ, カメラを切って, カメラを消して, カメラ停止, カメラを止めて',
  },
  help: {
    en: 'help, what can i say, commands, what can you do, show commands, how does this work, list commands',
    ja: 'ヘルプ, 助けて, 何が言える, コマンド一覧, 使い方, コマンド, 何ができる',
  },
};
