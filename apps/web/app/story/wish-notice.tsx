import type { WishCheck } from '../api/types.ts';
import { Notice } from '../ui/notice.tsx';

type WishNoticeProps = { check: WishCheck; onUse: (wish: string) => void };

/** The guard's kind word about a wish, with a gentler one to take. */
export function WishNotice({ check, onUse }: WishNoticeProps) {
  if (check.verdict === 'allow') return null;
  const { suggestion } = check;
  return (
    <Notice
      tone={check.verdict === 'block' ? 'air' : 'lamp'}
      title={check.verdict === 'block' ? 'This story isn’t one for tonight' : 'This will be told gently'}
      actions={
        suggestion && (
          <button type="button" className="button button--small" onClick={() => onUse(suggestion)}>
            Use the gentler wish
          </button>
        )
      }
    >
      {check.explanation}
      {suggestion && <> A gentler wish could be “{suggestion}”.</>}
    </Notice>
  );
}
