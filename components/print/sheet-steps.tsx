import { useTranslations } from 'next-intl'
import type { MySheetView } from '@/lib/queries/my-sheet'

type Said = MySheetView['said']

/** The steps of this move with a box each to tick by hand: a tick on paper proves nothing, and helps. */
export function SheetSteps({ said, lines }: { said: Said; lines: readonly string[] }) {
  const t = useTranslations('print')
  return (
    <ol className="flex flex-col gap-1.5">
      {stepsFor(said).map((step, index) => (
        <li key={step} className="flex gap-2">
          <span aria-hidden="true" className="mt-1 size-3.5 shrink-0 border" />
          <div>
            <p>
              <span className="tabular font-semibold">{index + 1}.</span> {t(step)}
            </p>
            {step === 's_restore' && lines.length > 0 && (
              <ul className="list-disc pl-5 text-sm">
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** With the old phone gone, the desk comes first, and nothing is asked that only that phone could do. */
function stepsFor({ hasOldPhone, oldPlatform }: Said) {
  if (hasOldPhone === false) return ['s_gone', 's_devices', 's_register', 's_sign_in_again'] as const
  return [
    's_devices',
    's_second_way',
    's_restore',
    's_register',
    's_prove',
    's_remove',
    's_sign_in_again',
    's_others',
    oldPlatform === 'android' ? 's_safe_android' : 's_safe',
  ] as const
}
