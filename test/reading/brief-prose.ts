import type { Case } from './outline.ts'

/** Documents of a few sentences, in which most things are said once. */
export const briefProse: readonly Case[] = [
  {
    name: 'things described by "with", and what people make',
    prd: `# Repair café

Customers register devices with a name, brand and serial number. Each device can have many reports. A report has a date and a description.
`,
    plan: ['devices: brand, name, serial_number, user_id > accounts', 'reports: date date, description?, device_id > devices'],
  },
  {
    name: 'each with, each can perform many, tickets for flights',
    prd: `# Airline

The airline owns multiple airplanes, each with an airplane number, model and passenger capacity. Each airplane can perform multiple flights. A flight has a number, a departure airport, an arrival airport and a departure time. Passengers book tickets for flights; a ticket has a seat number and a price.
`,
    plan: [
      'airplanes: model, number, passenger_capacity integer',
      'flights: airplane_id > airplanes, arrival_airport, departure_airport, departure_time timestamptz, number',
      'tickets: flight_id > flights, price numeric(12,2), seat_number, user_id > accounts',
    ],
  },
  {
    name: 'booking a class makes a booking',
    prd: `# Fitness studio

The studio offers classes with a title, description, duration and capacity. Members can book a class; a booking can be cancelled up to 2 hours before the class starts. Members buy passes with a start date, an end date and a price.
`,
    plan: [
      'bookings: class_id > classes, user_id > accounts',
      'classes: capacity integer, description?, duration_minutes integer, title',
      'passes: end_date date, price numeric(12,2), start_date date, user_id > accounts',
    ],
  },
  {
    name: 'stories of two roles: who only looks at what the other makes',
    prd: `# Choir

As a conductor I want to plan rehearsals with a date, place and programme so that singers know where to come.
As a conductor I want to add songs with title, composer and language.
As a singer I want to see the songs planned for the next rehearsal.
As a singer I want to see rehearsals.
`,
    plan: [
      'rehearsals: date date, place, programme, user_id > accounts',
      'songs: composer, language, title, user_id > accounts',
      'user_roles: role (user|singer|conductor), user_id > accounts',
    ],
  },
  {
    name: 'produkty z nazwą i ceną',
    prd: `# Sklep

Sprzedawca dodaje produkty z nazwą, opisem i ceną. Klient składa zamówienie. Każde zamówienie ma datę i status: nowe, opłacone lub wysłane.
`,
    plan: [
      'orders: date date, status (nowe|opłacone|wysłane), user_id > accounts',
      'products: description?, name, price numeric(12,2), user_id > accounts',
    ],
  },
]
