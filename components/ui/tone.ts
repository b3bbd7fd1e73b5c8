import { CircleCheck, CircleDashed, Hourglass, Info, type LucideIcon, OctagonAlert } from 'lucide-react'

/** What a colour means. Plain means nothing in particular. */
export type Tone = 'plain' | 'note' | 'safe' | 'wait' | 'stop'

export const toneIcon: Record<Tone, LucideIcon> = {
  plain: CircleDashed,
  note: Info,
  safe: CircleCheck,
  wait: Hourglass,
  stop: OctagonAlert,
}

/** Words and outline in the colour of the tone, on its soft fill. */
export const toneStyle: Record<Tone, string> = {
  plain: 'border-line-strong bg-surface text-ink',
  note: 'border-note bg-note-soft text-note',
  safe: 'border-safe bg-safe-soft text-safe',
  wait: 'border-wait bg-wait-soft text-wait',
  stop: 'border-stop bg-stop-soft text-stop',
}

/** Words in the colour of the tone, on the page. */
export const toneInk: Record<Tone, string> = {
  plain: 'text-ink',
  note: 'text-note',
  safe: 'text-safe',
  wait: 'text-wait',
  stop: 'text-stop',
}
