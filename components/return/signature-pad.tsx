'use client'

import { useTranslations } from 'next-intl'
import { type PointerEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { type InkPoint, inkOf, inkSize } from '@/lib/domain/ink'

/** A place to sign with a finger, a pen or the mouse. Whoever cannot types their name beside it. */
export function SignaturePad({ name }: { name: string }) {
  const t = useTranslations('return')
  const [strokes, setStrokes] = useState<InkPoint[][]>([])
  const ink = inkOf(strokes)

  function begin(event: PointerEvent<SVGSVGElement>) {
    event.currentTarget.setPointerCapture(event.pointerId)
    const point = pointOf(event)
    setStrokes((before) => [...before, [point]])
  }

  function draw(event: PointerEvent<SVGSVGElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const point = pointOf(event)
    setStrokes((before) => [...before.slice(0, -1), [...(before.at(-1) ?? []), point]])
  }

  return (
    <div className="flex flex-col items-start gap-1 [@media(scripting:none)]:hidden">
      <p className="font-semibold">{t('draw')}</p>
      <p className="text-ink-soft text-sm">{t('drawHint')}</p>
      <svg
        role="img"
        aria-label={t('draw')}
        viewBox={`0 0 ${inkSize.width} ${inkSize.height}`}
        onPointerDown={begin}
        onPointerMove={draw}
        className="w-full touch-none rounded border border-line-strong border-dashed bg-surface"
      >
        <path d={ink} fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
      </svg>
      <input type="hidden" name={name} value={ink} />
      <div className="flex flex-wrap items-center gap-3">
        {ink && <Button onClick={() => setStrokes([])}>{t('drawAgain')}</Button>}
        <span role="status" className="text-sm">
          {ink && t('drawn')}
        </span>
      </div>
    </div>
  )
}

/** Where the pointer is, in the sheet's own units. */
function pointOf({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): InkPoint {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  return {
    x: ((clientX - left) / width) * inkSize.width,
    y: ((clientY - top) / height) * inkSize.height,
  }
}
