/** Licences of the models, with what each forbids in one sentence. */
export const licences = {
  apache: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  mit: { name: 'MIT', url: 'https://opensource.org/license/mit' },
  llama32: {
    name: 'Llama 3.2 Community License',
    url: 'https://github.com/meta-llama/llama-models/blob/main/models/llama3_2/LICENSE',
    forbids:
      "Uses that Meta's acceptable use policy lists, and services with more than 700 million monthly users without Meta's consent; products show “Built with Llama”.",
  },
  llama3: {
    name: 'Llama 3 Community License',
    url: 'https://github.com/meta-llama/llama3/blob/main/LICENSE',
    forbids:
      "Uses that Meta's acceptable use policy lists, training other language models with its output, and services with more than 700 million monthly users without Meta's consent; products show “Built with Meta Llama 3”.",
  },
  llama31: {
    name: 'Llama 3.1 Community License',
    url: 'https://github.com/meta-llama/llama-models/blob/main/models/llama3_1/LICENSE',
    forbids:
      "Uses that Meta's acceptable use policy lists, and services with more than 700 million monthly users without Meta's consent; products show “Built with Llama”.",
  },
  gemma: {
    name: 'Gemma Terms of Use',
    url: 'https://ai.google.dev/gemma/terms',
    forbids: "Uses that Google's Gemma Prohibited Use Policy lists; whoever passes it on must pass these terms on.",
  },
  qwenResearch: {
    name: 'Qwen Research License',
    url: 'https://huggingface.co/Qwen/Qwen2.5-3B-Instruct/blob/main/LICENSE',
    forbids: 'Commercial use without a licence from Alibaba Cloud.',
  },
  stabilityResearch: {
    name: 'Stability AI Non-Commercial Research Community License',
    url: 'https://huggingface.co/tlwu/sd-turbo-onnxruntime/blob/main/LICENSE',
    forbids: 'Commercial use without a membership of Stability AI, and uses that its acceptable use policy lists.',
  },
  openRail: {
    name: 'CreativeML OpenRAIL-M',
    url: 'https://huggingface.co/spaces/CompVis/stable-diffusion-license',
    forbids:
      'The harmful uses its attachment A lists, such as exploiting minors, defaming people or medical advice; whoever passes it on must pass these restrictions on.',
  },
  /** Fine-tunes of Stable Diffusion 1.5 that were published under MIT. */
  mitOnOpenRail: {
    name: 'MIT, on top of CreativeML OpenRAIL-M',
    url: 'https://huggingface.co/spaces/CompVis/stable-diffusion-license',
    forbids:
      'It grew out of Stable Diffusion 1.5, whose licence forbids the harmful uses its attachment A lists, such as exploiting minors or defaming people.',
  },
  supertonic: {
    name: 'OpenRAIL-M (Supertonic)',
    url: 'https://huggingface.co/Supertone/supertonic-3/blob/main/LICENSE',
    forbids: 'The harmful uses it lists, such as imitating a person without consent or spreading false information.',
  },
  /** Voices are trained on recordings with licences of their own. */
  piper: {
    name: 'MIT; the recordings as its MODEL_CARD says',
    url: 'https://huggingface.co/rhasspy/piper-voices/blob/main/README.md',
  },
} as const;
