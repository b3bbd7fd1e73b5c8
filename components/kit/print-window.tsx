'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

/** Its children in a window of their own, with this page's look; gone when this component is. */
export function PrintWindow({ window: opened, title, children }: Props) {
  const [root, setRoot] = useState<HTMLElement | null>(null)
  useEffect(() => {
    const { document: page } = opened
    page.title = title
    page.documentElement.lang = document.documentElement.lang
    for (const style of document.querySelectorAll('link[rel="stylesheet"], style'))
      page.head.append(page.importNode(style, true))
    const main = page.createElement('main')
    main.className = 'mx-auto max-w-column px-4 py-6'
    page.body.append(main)
    setRoot(main)
    return () => opened.close()
  }, [opened, title])
  return root && createPortal(children, root)
}

type Props = { window: Window; title: string; children: ReactNode }
