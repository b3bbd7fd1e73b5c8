import { useTranslations } from 'next-intl'
import { encode } from 'uqr'
import { Details } from '@/components/ui/details'
import type { MySwapView } from '@/lib/queries/my-swap'

/**
 * The address of one's own move, to go on with on another device. It holds no secret: whoever opens it signs in
 * as themselves. No code is drawn for who has only a phone: it could not scan its own screen.
 */
export function ContinueElsewhere({ swap, address }: { swap: MySwapView; address: string }) {
  const t = useTranslations('swap')
  const { screen } = swap.said
  if (swap.isSafe || screen === 'new_phone' || swap.step === 'devices') return null
  return (
    <Details summary={t('continueElsewhere')}>
      <div className="flex flex-col gap-3">
        <p>{t(screen === 'old_phone' ? 'continueByAddress' : 'continueByCode')}</p>
        {screen !== 'old_phone' && <QrCode text={address} label={t('continueCode')} />}
        <p>
          <code className="break-all">{address}</code>
        </p>
        <p className="text-ink-soft text-sm">{t('continueHint')}</p>
      </div>
    </Details>
  )
}

/** Dark on light in both themes, since that is what cameras read. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="size-44 forced-color-adjust-none"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path.join('')} fill="#000" />
    </svg>
  )
}
