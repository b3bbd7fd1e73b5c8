import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withMessages = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // Sentences are compiled at build, so that no browser has to fetch a parser for them (9 kB).
  experimental: {
    messages: { path: './lib/i18n/messages', format: 'json', locales: 'infer', precompile: true },
  },
})

const config: NextConfig = {
  reactStrictMode: true,
  typedRoutes: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // `npm test` and `npm run check` check types, tests included; a start of the demo need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // The optimiser has had remote code execution bugs, and we have no photographs to shrink.
  images: { unoptimized: true },
  serverExternalPackages: ['pg-boss', 'postgres'],
  agentRules: false,
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
  // Files with a hash in their name do not pass proxy.ts, which sets these for everything else.
  async headers() {
    return [
      {
        source: '/_next/static/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        ],
      },
    ]
  },
}

export default withMessages(config)
