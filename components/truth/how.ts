import { Check, Clock, Eye, type LucideIcon, MessageSquareQuote, Minus, Stamp, X } from 'lucide-react'

/** How something is known. Everything the product says about the world carries one of these. */
export type How = 'attested' | 'seen' | 'proved' | 'sealed' | 'old' | 'contradicted' | 'unknown'

export const hows: How[] = ['attested', 'seen', 'proved', 'sealed', 'old', 'contradicted', 'unknown']

export const howIcon: Record<How, LucideIcon> = {
  attested: MessageSquareQuote,
  seen: Eye,
  proved: Check,
  sealed: Stamp,
  old: Clock,
  contradicted: X,
  unknown: Minus,
}

/** Outline and fill. The outline alone tells them apart, so it also holds in forced colours and in black and white. */
export const howStyle: Record<How, string> = {
  attested: 'border-dashed border-ink-soft text-ink',
  seen: 'border-solid border-note bg-note-soft text-note',
  proved: 'forced-color-adjust-none border-solid border-safe bg-safe text-on-safe print:border-2',
  sealed: 'forced-color-adjust-none border-solid border-safe bg-safe text-on-safe print:border-2',
  old: 'border-dashed border-line-strong text-ink-soft',
  contradicted: 'border-double border-3 border-stop text-stop',
  unknown: 'border-dotted border-line-strong text-ink-soft',
}

/** A proof with a reason why it is not the strongest: the outline of a proof, the fill of something seen. */
export const weakerStyle = 'border-solid border-safe bg-safe-soft text-safe'
