import type { Case } from './outline.ts'

const orders = 'Customers place orders. An order has a status (placed, sent) and a date.'
const zamowienia = 'Klienci składają zamówienia. Zamówienie ma status (złożone, wysłane) i datę.'

/** What stays of what is deleted, of what changes, and of those who leave. */
export const kept: readonly Case[] = [
  {
    name: 'a bin, a trash, what can be restored',
    prd: `# Stall

Vendors add products with a name and a price. Removed products go to the trash for 30 days.
Vendors add leaflets with a title and a date. Deleted leaflets stay in the bin for a month and can be restored.
Vendors add photos with a title and a date. Deleted photos cannot be restored. A backup can be restored by the operator.
The trash icon deletes a photo. Logs are kept for 90 days and then deleted.
`,
    plan: [
      'leaflets: date date, deleted_at? timestamptz, title, user_id > accounts',
      'photos: date date, title, user_id > accounts',
      'products: deleted_at? timestamptz, name, price numeric(12,2), user_id > accounts',
    ],
  },
  {
    name: 'usunięte można przywrócić, przechowywane przez pewien czas, trwale usuwane',
    prd: `# Klub

Trenerzy dodają plany z nazwą i opisem. Usunięte plany można przywrócić w ciągu 14 dni.
Trenerzy dodają łodzie z nazwą i opisem. Usunięte łodzie są przechowywane przez 30 dni, a następnie trwale usuwane.
Trenerzy dodają notatki z tytułem i opisem. Usunięcie notatki jest trwałe, nie można jej przywrócić. Ikona kosza usuwa notatkę.
`,
    plan: [
      'boats: deleted_at? timestamptz, description?, name, user_id > accounts',
      'notes: description?, title, user_id > accounts',
      'plans: deleted_at? timestamptz, description?, name, user_id > accounts',
    ],
  },
  {
    name: 'what stays without its owner, and what goes',
    prd: `# Shop

${orders} Customers write essays with a title and a date.
After a customer deletes their account, their orders stay in the system without personal data, and their essays are deleted.
`,
    plan: ['essays: date date, title, user_id > accounts', 'orders: date date, status (placed|sent), user_id? > accounts'],
  },
  {
    name: 'po usunięciu konta bez danych osobowych',
    prd: `# Sklep

${zamowienia} Po usunięciu konta zamówienia pozostają bez danych osobowych.
`,
    plan: ['orders: date date, status (złożone|wysłane), user_id? > accounts'],
  },
  {
    name: 'each change of an attribute',
    prd: `# Shop

${orders} Every change of the order's status is recorded in a history (who, when, old and new status). Changes of the form are saved automatically.
`,
    plan: [
      'order_status_changes: changed_by? > accounts, new_status, old_status?, order_id > orders',
      'orders: date date, status (placed|sent), user_id > accounts',
    ],
  },
  {
    name: 'each change of anything of a thing, field by field',
    prd: `# Lab

Researchers write protocols with a title and a text. Every change to a protocol is recorded in an audit log: who made it, when, which field, the old and the new value. The log cannot be edited.
`,
    plan: [
      'protocol_changes: changed_by? > accounts, field_name, new_value?, old_value?, protocol_id > protocols',
      'protocols: text, title, user_id > accounts',
    ],
  },
  {
    name: 'dziennik zmian i historia zmian',
    prd: `# Sklep

${zamowienia} Każda zmiana statusu zamówienia jest zapisywana w historii (kto, kiedy, poprzedni i nowy status).
Użytkownik dodaje łodzie: nazwa, opis, cena. System przechowuje historię zmian łodzi.
Użytkownik dodaje notatki: tytuł, opis. Zmiany zapisują się automatycznie.
`,
    plan: [
      'boat_changes: boat_id > boats, changed_by? > accounts, changes jsonb',
      'boats: description?, name, price numeric(12,2), user_id > accounts',
      'notes: description?, title, user_id > accounts',
      'order_status_changes: changed_by? > accounts, new_status, old_status?, order_id > orders',
      'orders: date date, status (złożone|wysłane), user_id > accounts',
    ],
  },
]
