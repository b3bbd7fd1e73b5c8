import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Namespace } from '@/lib/i18n/messages'

/** What every island needs: refusals, and the words of `components/ui`. */
const always = ['errors', 'ui'] as const satisfies Namespace[]

/**
 * Hands the client components inside the sentences of these namespaces, and no others.
 * A provider inside another replaces it.
 */
export async function Messages({ namespaces = [], children }: Props) {
  const all = await getMessages()
  const wanted = [...always, ...namespaces].map((namespace) => [namespace, all[namespace]])
  return <NextIntlClientProvider messages={Object.fromEntries(wanted)}>{children}</NextIntlClientProvider>
}

type Props = { namespaces?: Namespace[]; children: ReactNode }
