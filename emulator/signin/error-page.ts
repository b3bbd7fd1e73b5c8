const codes: Record<string, string> = {
  invalid_redirect_uri:
    'AADSTS50011: The redirect URI specified in the request does not match the redirect URIs configured for the application.',
  invalid_client: 'AADSTS700016: Application was not found in the directory.',
}

/** What a browser sees when an app asked for a sign-in so wrongly that it cannot be told. */
export function errorPage(out: { error: string; error_description?: string | undefined }): string {
  const text = codes[out.error] ?? out.error_description ?? out.error
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title><body><main><h1>Sorry, but we’re having trouble signing you in.</h1><p>${escaped(text)}</p><p><small>Simulation</small></p></main></body></html>`
}

const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
