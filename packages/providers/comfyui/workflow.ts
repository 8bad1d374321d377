import { KinoraError } from '@kinora/capabilities';
import { z } from 'zod';

/** What Kinora fills into a workflow. */
export const slotNames = [
  'prompt',
  'negative',
  'seed',
  'width',
  'height',
  'steps',
  'guidance',
  'strength',
  'checkpoint',
  'image',
  'lastImage',
  'frames',
  'fps',
] as const;
export type SlotName = (typeof slotNames)[number];
export type SlotValues = Partial<Record<SlotName, string | number>>;

const node = z.looseObject({
  class_type: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  _meta: z.looseObject({ title: z.string().optional() }).optional(),
});

/** A workflow in ComfyUI's API format: nodes by id. */
const workflow = z.record(z.string(), node);
export type Workflow = z.infer<typeof workflow>;

/** Where a slot's value goes when a node is named after it: the first of these inputs that the node has. */
const inputsOf: Record<SlotName, readonly string[]> = {
  prompt: ['text', 'value', 'string', 'prompt', 'text_g', 'clip_l'],
  negative: ['text', 'value', 'string', 'negative_prompt', 'text_g', 'clip_l'],
  seed: ['seed', 'noise_seed', 'value'],
  width: ['width', 'value'],
  height: ['height', 'value'],
  steps: ['steps', 'value'],
  guidance: ['cfg', 'guidance', 'value'],
  strength: ['denoise', 'strength', 'value'],
  checkpoint: ['ckpt_name', 'unet_name', 'value'],
  image: ['image'],
  lastImage: ['image'],
  frames: ['video_frames', 'length', 'frames', 'num_frames', 'batch_size', 'value'],
  fps: ['fps', 'frame_rate', 'value'],
};

/** What a node is called in the editor. */
export function titleOf(nodes: Workflow, id: string): string | undefined {
  const { _meta: meta } = nodes[id] ?? {};
  return meta?.title;
}

type Slot = { name: SlotName; node: string; input: string };

/** A workflow and where its slots are. */
export type Template = { workflow: Workflow; slots: Slot[] };

/**
 * Reads a workflow that was exported in API format and finds its slots: `{{prompt}}` and the like in texts, and nodes whose
 * title names slots, e.g. `Kinora: prompt` or `Kinora: width, height`.
 * @throws KinoraError `request.invalid` that names the field.
 */
export function readTemplate(value: unknown, field: string): Template {
  const parsed = workflow.safeParse(value);
  if (!parsed.success || Object.keys(parsed.data).length === 0) {
    const isInterface = typeof value === 'object' && value !== null && 'nodes' in value;
    const advice = isInterface ? 'This is the format for opening it again; e' : 'E';
    throw new KinoraError('request.invalid', `${advice}xport the workflow with “Export (API)” in ComfyUI’s menu.`, {
      data: { field },
    });
  }
  return { workflow: parsed.data, slots: findSlots(parsed.data, field) };
}

/** Whether a template takes a value. */
export function hasSlot({ slots }: Template, name: SlotName): boolean {
  return slots.some((slot) => slot.name === name);
}

/** A copy of the workflow with the values in its slots. Values without a slot are left out. */
export function fillTemplate({ workflow: nodes, slots }: Template, values: SlotValues): Workflow {
  const filled = structuredClone(nodes);
  for (const { name, node: id, input } of slots) {
    const value = values[name];
    const inputs = filled[id]?.inputs;
    if (value === undefined || !inputs) continue;
    const before = inputs[input];
    const mark = `{{${name}}}`;
    const isPart = typeof before === 'string' && before.includes(mark) && before.trim() !== mark;
    // A mark inside a text is replaced there; a mark alone, or a named node, gives way to the value and its type.
    inputs[input] = isPart ? before.replaceAll(mark, String(value)) : value;
  }
  return filled;
}

function findSlots(nodes: Workflow, field: string): Slot[] {
  const slots: Slot[] = [];
  for (const [id, { inputs, class_type: type, _meta: meta }] of Object.entries(nodes)) {
    for (const [input, value] of Object.entries(inputs)) {
      if (typeof value !== 'string') continue;
      for (const [, mark = ''] of value.matchAll(/\{\{\s*(\w+)\s*\}\}/g)) {
        slots.push({ name: toSlotName(mark, field), node: id, input });
      }
    }
    const [, titled] = /^\s*kinora\s*[:\s]\s*(.+)$/i.exec(meta?.title ?? '') ?? [];
    for (const part of titled?.split(/[,\s]+/) ?? []) {
      if (part === '') continue;
      const name = toSlotName(part, field);
      const input = inputsOf[name].find((one) => one in inputs);
      if (input === undefined) {
        const known = Object.keys(inputs).join(', ');
        const message = `The node “${meta?.title}” (${type}) has no input for ${name}, only ${known}.`;
        throw new KinoraError('request.invalid', `${message} Write {{${name}}} into the one that is meant.`, {
          data: { field },
        });
      }
      slots.push({ name, node: id, input });
    }
  }
  return slots;
}

function toSlotName(text: string, field: string): SlotName {
  const name = slotNames.find((one) => one.toLowerCase() === text.toLowerCase());
  if (name === undefined) {
    const message = `The workflow has a slot “${text}” that Kinora doesn't know. Slots are: ${slotNames.join(', ')}.`;
    throw new KinoraError('request.invalid', message, { data: { field } });
  }
  return name;
}
