import type { Case } from './outline.ts'

/** What contains what, with a measure of each, and values as they were when something happened. */
export const contents: readonly Case[] = [
  {
    name: 'an order’s line between it and what a catalogue has',
    prd: `# Bakery pre-orders

Customers place orders. The bakery manages a catalogue of cakes: name, description, price.
An order contains cakes, each with a quantity and the price at the time of purchase. Each order has a pick-up date.
As a customer I want to place an order for several cakes so that I can collect them on Saturday.
`,
    plan: [
      'cakes: description?, name, price numeric(12,2)',
      'order_items: cake_id > cakes, order_id > orders, quantity numeric(10,2), unit_price numeric(12,2)',
      'orders: pick_up_date date, user_id > accounts',
    ],
  },
  {
    name: 'a part that is managed for itself is linked',
    prd: `# Rowing club

Plan ma nazwę i opis. Administrator zarządza ćwiczeniami. Plan zawiera ćwiczenia z liczbą serii i powtórzeń.
`,
    plan: [
      'exercises: name',
      'plan_exercises: exercise_id > exercises, plan_id > plans, repetitions integer, sets integer',
      'plans: description?, name',
    ],
  },
  {
    name: 'a part that is nothing without its whole has the measure',
    prd: `# Training log

Sessions have a date and a note. A training session consists of exercises with sets, reps and weight.
`,
    plan: [
      'exercises: reps integer, sets integer, training_session_id > training_sessions, weight numeric(10,2)',
      'training_sessions: date date, note?',
    ],
  },
  {
    name: 'what is said of parts is no measure',
    prd: `# Półki

Półka ma nazwę i kolor. Półka zawiera książki z tytułem i opisem.
`,
    plan: ['books: description?, shelf_id > shelves, title', 'shelves: color?, name'],
  },
  {
    name: 'what a thing lists',
    prd: `# Lab notebook

Researchers create protocols with a title and a goal. A lab keeps reagents (name, supplier, catalogue number).
A protocol lists reagents with an amount and a unit.
`,
    plan: [
      'protocol_reagents: amount numeric(12,2), protocol_id > protocols, reagent_id > reagents, unit',
      'protocols: goal, title, user_id > accounts',
      'reagents: catalogue_number, name, supplier',
    ],
  },
  {
    name: 'a price said apart from the order is that of its line',
    prd: `# Farm box

An order contains products, each with a quantity. Products have a name and a price. For every product the price at the time of the order is remembered.
`,
    plan: [
      'order_items: order_id > orders, product_id > products, quantity numeric(10,2), unit_price numeric(12,2)',
      'orders: ',
      'products: name, price numeric(12,2)',
    ],
  },
  {
    name: 'the value from the day of a rental is the rental’s',
    prd: `# Ewidencja narzędzi

Kierownik dodaje narzędzia: nazwa, numer seryjny, cena. Wypożyczenie ma datę od i datę do. Przy wypożyczeniu zapisywana jest cena narzędzia z dnia wypożyczenia.
`,
    plan: [
      'rentals: end_date date, price numeric(12,2), start_date date, tool_id > tools',
      'tools: name, price numeric(12,2), serial_number, user_id > accounts',
    ],
  },
  {
    name: 'a price in force when it was booked, and nothing of when people do something',
    prd: `# Sala

Rezerwacja ma datę, liczbę gości oraz cenę obowiązującą w chwili rezerwacji. W dniu imprezy obsługa sprawdza listę.
`,
    plan: ['reservations: date date, guest_count integer, price numeric(12,2)'],
  },
]
