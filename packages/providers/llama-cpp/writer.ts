import { performance } from 'node:perf_hooks';
import { KinoraError } from '@kinora/capabilities';
import type { MethodContext } from '@kinora/capabilities';
import type { Chat, Llama, Model, NodeLlamaCpp, Sequence } from './library.ts';
import type { GenerateEvent, GenerateInput, GenerateOutput } from './protocol.ts';

/** What an answer is written with. */
export type WriterParts = {
  llama: Llama;
  library: NodeLlamaCpp;
  model: Model;
  sequence: Sequence;
  contextSize: number;
  batchSize: number;
  device: string;
};

/** Writes answers one after the other, keeping what the next prompt shares with the one before. */
export function createWriter({ llama, library, model, sequence, contextSize, batchSize, device }: WriterParts) {
  const chat = new library.LlamaChat({ contextSequence: sequence });
  /** Tokens from the start that were computed in whole batches, as they would be without any before them. */
  let exactTokens = 0;

  /**
   * Reads the prompt but for its last token, from where it differs from what was read before. Batch by batch, so that an
   * abort doesn't wait for the end of a long one.
   * @returns How many tokens were known.
   */
  const read = async (tokens: number[], { isExact, signal }: { isExact: boolean; signal: AbortSignal }) => {
    const shared = Math.min(sequence.compareContextTokens(tokens).firstDifferentIndex, tokens.length - 1);
    const wholeBatches = Math.min(exactTokens, Math.floor(shared / batchSize) * batchSize);
    exactTokens = wholeBatches;
    // The same tokens computed in other batches differ in the last bits, and with them, now and then, a word. So an
    // answer that must come out the same each time builds on whole batches alone.
    await sequence.adaptStateToTokens(tokens.slice(0, isExact ? wholeBatches : shared), false);
    const known = sequence.nextTokenIndex;
    for (let from = known; from < tokens.length - 1;) {
      signal.throwIfAborted();
      const to = Math.min(tokens.length - 1, (Math.floor(from / batchSize) + 1) * batchSize);
      await sequence.evaluateWithoutGeneratingNewTokens(tokens.slice(from, to));
      if (from === exactTokens && to === from + batchSize) exactTokens = to;
      from = to;
    }
    return known;
  };

  return {
    template: chat.chatWrapper.wrapperName,
    async generate(input: GenerateInput, { signal, emit }: MethodContext): Promise<GenerateOutput> {
      const { history, functions, sampling } = input;
      const started = performance.now();
      const tokens = tokenize(chat, model, input);
      const room = contextSize - tokens.length - 1;
      if (room < 1) throw tooLong(tokens.length, contextSize);
      const cachedTokens = await read(tokens, { isExact: input.isReproducible, signal });
      const before = sequence.tokenMeter.getState();
      let reasoningTokens = 0;
      let firstTokenAt: number | undefined;
      const { temperature, topP, topK, minP, seed, repeatPenalty, frequencyPenalty, presencePenalty } = sampling;
      const isPenalised = repeatPenalty !== 1 || frequencyPenalty !== 0 || presencePenalty !== 0;
      const answer = await chat.generateResponse(history, {
        ...(input.grammar === undefined
          ? { functions }
          : { grammar: await llama.createGrammar({ grammar: input.grammar }) }),
        signal,
        maxTokens: Math.min(input.maxTokens ?? room, room),
        temperature,
        topP,
        topK,
        minP,
        seed,
        repeatPenalty: isPenalised && { lastTokens: 64, penalty: repeatPenalty, frequencyPenalty, presencePenalty },
        ...(input.stopSequences.length > 0 && { customStopTriggers: input.stopSequences }),
        ...(input.thoughtTokens !== undefined && { budgets: { thoughtTokens: input.thoughtTokens } }),
        onResponseChunk(chunk) {
          firstTokenAt ??= performance.now();
          const type = chunk.type === 'segment' ? 'reasoning' : 'text';
          if (type === 'reasoning') reasoningTokens += chunk.tokens.length;
          if (input.isStreamed && chunk.text !== '') emit({ type, delta: chunk.text } satisfies GenerateEvent);
        },
      });
      const used = sequence.tokenMeter.diff(before);
      const ended = performance.now();
      return {
        parts: answer.fullResponse.map((part) =>
          typeof part === 'string' ? { type: 'text', text: part } : { type: 'reasoning', text: part.text },
        ),
        calls: (answer.functionCalls ?? []).map(({ functionName, params }) => ({ name: functionName, params })),
        stopReason: answer.metadata.stopReason,
        promptTokens: tokens.length,
        cachedTokens,
        outputTokens: used.usedOutputTokens,
        reasoningTokens,
        firstTokenSeconds: ((firstTokenAt ?? ended) - started) / 1000,
        generationSeconds: (ended - (firstTokenAt ?? ended)) / 1000,
        device,
      };
    },
  };
}

function tokenize(chat: Chat, model: Model, { history, functions }: GenerateInput): number[] {
  const { contextText } = chat.chatWrapper.generateContextState({
    chatHistory: history,
    availableFunctions: functions,
    documentFunctionParams: true,
  });
  return contextText.tokenize(model.tokenizer);
}

function tooLong(promptTokens: number, contextSize: number): KinoraError {
  const message =
    `The prompt has ${promptTokens} tokens, but the model is loaded with room for ${contextSize}. ` +
    'Raise the context size in the settings of llama.cpp, or choose a model that holds more.';
  return new KinoraError('provider.refused', message, { data: { promptTokens, contextSize } });
}
