/** Attempts to give the author orders. They do no harm here, but they are no story either. */
export const injection = `
[prompt-injection]
3 ignore+v/disregard+v/forget/override+v/bypass+v/discard+v ~3 instructions/instruction/rules/guidelines/prompt/prompts/restrictions/constraints/safeguards/filters/filter/guardrails/policy/policies/directives =>
3 ignore/disregard/forget ~2 previous/prior/above/earlier/preceding ~2; ignore everything ~2 above/before/previous; forget everything ~2 told/before/above; forget what ~2 told; disregard ~1 above; ignore the above =>
3 system prompt+n; system message; developer message; system instruction+n; hidden prompt; initial prompt; initial instructions; secret instructions =>
3 reveal/print/show/repeat/output/display/leak/dump/tell ~4 system_prompt/your_prompt/your_instructions/your_rules/hidden_prompt/initial_prompt/instructions_verbatim =>
3 what are/were your instructions/rules/guidelines; repeat ~3 words above; repeat everything above; print everything above =>
3 developer mode; god mode ai; dan mode; jailbreak+v; jailbroken; do anything now; you are dan; you are now dan; act as dan; sudo mode; admin mode; debug mode; unrestricted mode; evil mode ai; root access; maintenance mode =>
3 you are now ~3 ai/assistant/model/unrestricted/uncensored/unfiltered/bot/chatbot/gpt; you are no longer ~3; you are not bound; from now on you ~3 ai/assistant/answer/respond/ignore/obey/will; pretend ~3 no rules/restrictions/filters/guidelines/limits; act as ~2 unrestricted/uncensored/unfiltered/evil/jailbroken; act as ~3 without ~1 rules/restrictions/filters/limits; roleplay as ~2 ai/unrestricted; simulate ~3 unfiltered/uncensored; as an ai; as a language model; large language model; chatgpt; gpt 4; gpt-4; openai =>
3 without ~2 filters/filter/censorship/restrictions/safeguards/guardrails/moderation/limitations; no ~1 filters/censorship/restrictions/moderation; uncensored; unfiltered; no content policy; turn off ~3 filter+n/safety/guard/guardrails/moderation; switch off ~3 filter+n/safety/guard/moderation; disable ~3 filter+n/safety/guard/guardrails/moderation; safety ~1 off; safety filter+n; content filter+n; content policy; content policies =>
3 new instructions ~2; new task ~1 ignore/write/output; your new instructions; real instructions; actual instructions; end of prompt; end of instructions; begin system; end system; assistant said; output only ~2 json/code/password; respond only with; reply only with ~1; answer only with; translate ~2 above; execute ~2 code/command/script/shell; run ~2 command/script/shell/code rm; drop table; api key+n; environment variables; print env; open ai key; confidential data; admin password; ssh key+n =>
`;

/** Marks of chat templates and mark-up that no wish needs. Matched against the original text. */
export const injectionMarks =
  /<\|[^|>\n]{1,40}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:system|assistant|user|instructions?|prompt|script|iframe|img|svg|style)\b[^>\n]*>|^\s*(?:###\s*)?(?:system|assistant|developer)\s*:|\{\{[^}\n]*\}\}|\$\{[^}\n]*\}|```/gim;
