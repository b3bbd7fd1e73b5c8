'use client'

import '@/app/theme.css'

/** When even the layout broke: no catalogue to read from, so both languages stand here. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto flex max-w-column flex-col gap-4 px-4 py-12">
          <title>Passaggio</title>
          <h1 className="text-2xl">Something broke on our side</h1>
          <p>Load the page again. If it breaks twice, give this reference to the helpdesk.</p>
          <p lang="it">
            Qualcosa si è rotto da noi. Ricarica la pagina; se succede di nuovo, dai questo riferimento
            all’assistenza.
          </p>
          {error.digest && <code>{error.digest}</code>}
          <p>
            <a href="/" className="underlined text-accent">
              Passaggio
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}
