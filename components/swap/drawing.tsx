import type { ReactNode } from 'react'
import type { DrawingName } from '@/lib/guides/edition'

/** A line drawing beside the text that says the same, so it is hidden from screen readers. Lines take the colour of the ink. */
export function Drawing({ name }: { name: DrawingName }) {
  return (
    <svg
      viewBox="0 0 240 96"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      className="h-24 w-full max-w-60 text-ink-soft print:hidden"
    >
      {pictures[name]}
    </svg>
  )
}

const accent = 'stroke-accent'

function Phone({ x, children }: { x: number; children?: ReactNode }) {
  return (
    <g transform={`translate(${x} 8)`}>
      <rect width={44} height={80} rx={8} />
      <path d="M18 6h8" />
      {children}
    </g>
  )
}

function Screen({ x, children }: { x: number; children?: ReactNode }) {
  return (
    <g transform={`translate(${x} 14)`}>
      <rect width={92} height={58} rx={4} />
      <path d="M-8 70h108" />
      {children}
    </g>
  )
}

const Arrow = ({ from, to }: { from: number; to: number }) => (
  <path className={accent} d={`M${from} 48H${to}m-8 -7 8 7-8 7`} />
)
const Names = () => <path d="M9 24h26M9 36h26M9 48h18" />
const Tick = ({ x, y }: { x: number; y: number }) => (
  <path className={accent} strokeWidth={3} d={`M${x} ${y}l5 6 10-13`} />
)
const Cross = ({ x, y }: { x: number; y: number }) => (
  <path className="stroke-stop" strokeWidth={3} d={`M${x} ${y}l14 14m0 -14-14 14`} />
)
const Code = () => (
  <>
    <rect x={30} y={12} width={32} height={32} />
    <path d="M36 18h6v6h-6zM50 18h6v6h-6zM36 32h6v6h-6zM50 32h2m4 0v6" />
  </>
)
const Matching = () => <path d="M14 40h16M22 32v16" className={accent} />

const pictures: Record<DrawingName, ReactNode> = {
  phones: (
    <>
      <Phone x={40} />
      <Arrow from={98} to={142} />
      <Phone x={156} />
    </>
  ),
  list: (
    <>
      <path d="M20 24h60M20 48h60M20 72h60" />
      <path className={accent} d="M90 24h46M90 48l46 12M90 72l46-36" />
      <Phone x={146} />
    </>
  ),
  second_way: (
    <>
      <Phone x={24}>
        <Cross x={15} y={30} />
      </Phone>
      <path d="M110 24h60v56h-60z" />
      <path d="M128 52l10 12 18-24" className={accent} />
      <path d="M180 48h40m-8 -7 8 7-8 7" className={accent} />
    </>
  ),
  names: (
    <>
      <Phone x={30}>
        <Names />
      </Phone>
      <path d="M96 58a14 14 0 0 1 4-27 20 20 0 0 1 37 3 12 12 0 0 1 3 24z" />
      <Arrow from={104} to={134} />
      <Phone x={166}>
        <Names />
      </Phone>
    </>
  ),
  crossing: (
    <>
      <Phone x={30}>
        <Names />
      </Phone>
      <path strokeDasharray="6 6" d="M90 48h18M132 48h18" />
      <Cross x={113} y={41} />
      <Phone x={166} />
    </>
  ),
  enrol: (
    <>
      <Phone x={98} />
      <path className={accent} d="M120 30l16 6v14c0 10-7 16-16 20-9-4-16-10-16-20V36z" />
    </>
  ),
  scan: (
    <>
      <Screen x={26}>
        <Code />
      </Screen>
      <Phone x={172}>
        <path className={accent} d="M8 30v-6h6M36 30v-6h-6M8 50v6h6M36 50v6h-6" />
      </Phone>
    </>
  ),
  pair: (
    <>
      <Phone x={98}>
        <Names />
        <Tick x={15} y={62} />
      </Phone>
    </>
  ),
  approve: (
    <>
      <Screen x={26}>
        <Matching />
      </Screen>
      <Phone x={172}>
        <Tick x={14} y={40} />
      </Phone>
    </>
  ),
  remove: (
    <>
      <Phone x={40}>
        <Cross x={15} y={32} />
      </Phone>
      <Phone x={156}>
        <Tick x={14} y={40} />
      </Phone>
    </>
  ),
  again: (
    <>
      <path className={accent} d="M80 48a22 22 0 1 1 8 17m-8 -17-7-9m7 9 10-6" />
      <Phone x={156}>
        <Tick x={14} y={40} />
      </Phone>
    </>
  ),
  others: (
    <>
      <Phone x={30}>
        <path d="M9 20h26M9 32h26M9 44h26M9 56h26" />
      </Phone>
      <Arrow from={90} to={140} />
      <Phone x={156}>
        <path d="M9 20h26M9 32h26" />
        <Tick x={14} y={54} />
      </Phone>
    </>
  ),
}
