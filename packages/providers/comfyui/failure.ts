import { KinoraError } from '@kinora/capabilities';
import { hideSecrets } from '@kinora/capabilities/remote';
import type { FailedAnswer } from '@kinora/capabilities/remote';
import { z } from 'zod';
import { titleOf } from './workflow.ts';
import type { Workflow } from './workflow.ts';

const problem = z.object({
  type: z.string(),
  message: z.string(),
  details: z.string().nullish(),
  extra_info: z
    .looseObject({
      input_name: z.string().nullish(),
      received_value: z.unknown().optional(),
      input_config: z.array(z.unknown()).nullish(),
      class_type: z.string().nullish(),
    })
    .nullish(),
});
const rejected = z.object({
  error: problem,
  node_errors: z
    .union([z.record(z.string(), z.object({ errors: z.array(problem), class_type: z.string() })), z.array(z.unknown())])
    .nullish(),
});

/** Turns what ComfyUI says about a workflow it won't run into advice. Undefined when it says something else. */
export function explainRejection({ status, body }: FailedAnswer, workflow: Workflow): KinoraError | undefined {
  if (status !== 400) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  const parsed = rejected.safeParse(value);
  if (!parsed.success) return undefined;
  const { error, node_errors: nodes } = parsed.data;
  const missing =
    error.extra_info?.class_type ?? /node '?([\w .+-]+?)'? (?:does not exist|not found)/i.exec(error.message)?.[1];
  if (/missing_node_type|does not exist|not found/i.test(`${error.type} ${error.message}`) && missing) {
    return unavailable(
      `ComfyUI has no node “${missing}”. Install it with the ComfyUI-Manager (“Install Missing Custom Nodes”) or use another workflow.`,
    );
  }
  const advice: string[] = [];
  for (const [id, node] of Object.entries(Array.isArray(nodes) ? {} : (nodes ?? {}))) {
    const title = titleOf(workflow, id) ?? node.class_type;
    for (const one of node.errors) advice.push(explainInput(one, `${title} (${id})`));
  }
  if (advice.length === 0) advice.push(`${error.message}${error.details ? `: ${error.details}` : ''}.`);
  return unavailable(`ComfyUI can't run the workflow. ${advice.slice(0, 3).join(' ')}`);
}

function explainInput({ type, message, details, extra_info: extra }: z.infer<typeof problem>, node: string): string {
  const input = extra?.input_name ?? details ?? 'an input';
  if (type === 'value_not_in_list') {
    const [choices] = extra?.input_config ?? [];
    const names = Array.isArray(choices) ? choices.slice(0, 5).map(String) : [];
    const has = names.length > 0 ? `It has: ${names.join(', ')}.` : 'It has none: put one into its models folder.';
    return `The node ${node} asks for ${input} “${String(extra?.received_value)}”, which ComfyUI doesn't have. ${has}`;
  }
  if (type === 'required_input_missing') return `The node ${node} needs its input ${input}; connect or fill it.`;
  return `The node ${node}: ${message}${details ? ` (${details})` : ''}.`;
}

const executionError = z.looseObject({
  node_type: z.string().nullish(),
  exception_type: z.string().nullish(),
  exception_message: z.string().nullish(),
});

/** The error of a workflow that ran and failed, from the messages of its history. */
export function explainExecution(messages: readonly (readonly [string, unknown])[]): KinoraError {
  if (messages.some(([name]) => name === 'execution_interrupted')) {
    return new KinoraError('provider.failed', 'The work was interrupted in ComfyUI. Try again.', { isRetryable: true });
  }
  const parsed = executionError.safeParse(messages.find(([name]) => name === 'execution_error')?.[1]);
  const { node_type: node, exception_type: type, exception_message: text } = parsed.data ?? {};
  const words = hideSecrets(text ?? 'It gave no reason.')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
  if (/out ?of ?memory/i.test(`${type} ${text}`)) {
    const advice = 'Choose a smaller model or smaller pictures, or close what else uses the GPU.';
    return new KinoraError('provider.failed', `ComfyUI ran out of memory. ${advice}`);
  }
  return new KinoraError('provider.failed', `ComfyUI failed${node ? ` at its node ${node}` : ''}. It says: ${words}`);
}

function unavailable(message: string): KinoraError {
  return new KinoraError('provider.unavailable', message.slice(0, 600));
}
