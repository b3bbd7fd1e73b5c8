import type { Person, SiteName } from './person'

type Site = Pick<Person, 'usageLocation' | 'preferredLanguage'> & {
  name: SiteName
  /** Country code and a prefix that no mobile network uses there, so that nobody is ever rung up. */
  phonePrefix: string
  givenNames: readonly string[]
  /** Trees: whoever is named after one was generated. */
  surnames: readonly string[]
}

export const sites: readonly [Site, Site, Site] = [
  {
    name: 'Milan',
    usageLocation: 'IT',
    preferredLanguage: 'it-IT',
    phonePrefix: '+39 30000',
    givenNames: [
      'Giulia',
      'Marco',
      'Chiara',
      'Luca',
      'Sara',
      'Davide',
      'Marta',
      'Paolo',
      'Irene',
      'Matteo',
      'Anna',
      'Fabio',
    ],
    surnames: [
      'Quercia',
      'Betulla',
      'Faggio',
      'Ontano',
      'Larice',
      'Tiglio',
      'Acero',
      'Frassino',
      'Olmo',
      'Cipresso',
      'Abete',
    ],
  },
  {
    name: 'Dublin',
    usageLocation: 'IE',
    preferredLanguage: 'en-IE',
    phonePrefix: '+353 8000',
    givenNames: [
      'Aoife',
      'Conor',
      'Niamh',
      'Sean',
      'Ciara',
      'Liam',
      'Orla',
      'Eoin',
      'Maeve',
      'Declan',
      'Roisin',
      'Finn',
    ],
    surnames: [
      'Rowan',
      'Hazel',
      'Alder',
      'Birch',
      'Aspen',
      'Linden',
      'Hawthorn',
      'Elder',
      'Yew',
      'Willow',
      'Larch',
    ],
  },
  {
    name: 'Pune',
    usageLocation: 'IN',
    preferredLanguage: 'en-IN',
    phonePrefix: '+91 10000',
    givenNames: [
      'Priya',
      'Arjun',
      'Meera',
      'Rohan',
      'Kavya',
      'Vikram',
      'Ananya',
      'Nikhil',
      'Divya',
      'Sanjay',
      'Isha',
      'Kiran',
    ],
    surnames: [
      'Neem',
      'Banyan',
      'Peepal',
      'Sandal',
      'Teak',
      'Ashoka',
      'Tamarind',
      'Deodar',
      'Kadamba',
      'Mahua',
      'Gulmohar',
    ],
  },
]

export const departments = [
  'Engineering',
  'Production',
  'Quality',
  'Purchasing',
  'Logistics',
  'Sales',
  'Finance',
  'People',
  'IT Operations',
  'Research',
] as const

export const companyName = 'Aurora Components'
export const domainName = 'aurora-components.example'

/** The site of that name. @throws {Error} when there is none */
export function siteNamed(name: SiteName): Site {
  const site = sites.find((candidate) => candidate.name === name)
  if (!site) throw new Error(`there is no site ${name}`)
  return site
}
