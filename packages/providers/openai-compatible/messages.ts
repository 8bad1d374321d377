import type {
  LanguageModelV4CallOptions,
  LanguageModelV4FilePart,
  LanguageModelV4Message,
  LanguageModelV4ToolResultPart,
  SharedV4Warning,
} from '@ai-sdk/provider';

/** A message of OpenAI's chat completions. */
export type ChatMessage = {
  role: 'system' | 'user' | 'assistant' | 'tool';
  content: string | ChatPart[] | null;
  tool_calls?: { id: string; type: 'function'; function: { name: string; arguments: string } }[];
  tool_call_id?: string;
};
type ChatPart =
  | { type: 'text'; text: string }
  | { type: 'image_url'; image_url: { url: string } }
  | { type: 'input_audio'; input_audio: { data: string; format: 'wav' | 'mp3' } };

/** The prompt as chat messages. What the format can't carry becomes a warning. */
export function toMessages(prompt: LanguageModelV4CallOptions['prompt'], warnings: SharedV4Warning[]): ChatMessage[] {
  return prompt.flatMap((message) => toMessage(message, warnings));
}

function toMessage(message: LanguageModelV4Message, warnings: SharedV4Warning[]): ChatMessage[] {
  switch (message.role) {
    case 'system':
      return [{ role: 'system', content: message.content }];
    case 'user': {
      const parts = message.content.flatMap((part): ChatPart[] =>
        part.type === 'text' ? [{ type: 'text', text: part.text }] : toFile(part, warnings),
      );
      // Small servers only know contents that are plain text.
      const isText = parts.every((part) => part.type === 'text');
      return [{ role: 'user', content: isText ? parts.map((part) => part.text).join('\n') : parts }];
    }
    case 'assistant': {
      const texts = message.content.flatMap((part) => (part.type === 'text' ? [part.text] : []));
      const calls = message.content.flatMap((part) =>
        part.type === 'tool-call'
          ? [
              {
                id: part.toolCallId,
                type: 'function' as const,
                function: { name: part.toolName, arguments: JSON.stringify(part.input) },
              },
            ]
          : [],
      );
      return [
        {
          role: 'assistant',
          content: texts.length === 0 ? null : texts.join(''),
          ...(calls.length > 0 && { tool_calls: calls }),
        },
      ];
    }
    case 'tool':
      return message.content.flatMap((part) =>
        part.type === 'tool-result'
          ? [{ role: 'tool', tool_call_id: part.toolCallId, content: toolOutput(part) } satisfies ChatMessage]
          : [],
      );
  }
}

function toFile({ data, mediaType }: LanguageModelV4FilePart, warnings: SharedV4Warning[]): ChatPart[] {
  if (data.type === 'text') return [{ type: 'text', text: data.text }];
  if (mediaType.startsWith('image/')) {
    if (data.type === 'url') return [{ type: 'image_url', image_url: { url: data.url.href } }];
    if (data.type === 'data') {
      const type = mediaType === 'image/*' ? 'image/png' : mediaType;
      return [{ type: 'image_url', image_url: { url: `data:${type};base64,${toBase64(data.data)}` } }];
    }
  }
  if (mediaType.startsWith('audio/') && data.type === 'data') {
    const format = /wav/.test(mediaType) ? 'wav' : 'mp3';
    return [{ type: 'input_audio', input_audio: { data: toBase64(data.data), format } }];
  }
  warnings.push({ type: 'unsupported', feature: 'file', details: `A file of type ${mediaType} can't be sent.` });
  return [];
}

function toolOutput({ output }: LanguageModelV4ToolResultPart): string {
  switch (output.type) {
    case 'text':
    case 'error-text':
      return output.value;
    case 'execution-denied':
      return output.reason ?? 'The call was not allowed.';
    default:
      return JSON.stringify(output.value);
  }
}

function toBase64(data: string | Uint8Array): string {
  return typeof data === 'string' ? data : Buffer.from(data).toString('base64');
}
