import type { Case } from './outline.ts'

/** One page of plain English: things, what they have and how they relate, without ids or forms. */
export const englishProse: readonly Case[] = [
  {
    name: 'things that each have a list of attributes, one to many and many to many',
    prd: `# Public library

## Overview

The library has several branches. Each branch has a name, an address and a phone number. A branch keeps many copies.
Each book has a title, an ISBN, a publication year and one or more authors. An author has a first name and a last name, and can write many books.
Each copy belongs to one book and has a barcode and a condition (new, good or worn).
`,
    plan: [
      'authors: first_name, last_name',
      'book_authors: author_id > authors, book_id > books',
      'books: isbn, publication_year smallint, title',
      'branches: address?, name, phone_number?',
      'copies: barcode, book_id > books, branch_id > branches, condition (new|good|worn)',
    ],
  },
  {
    name: 'a hierarchy, optional references and a closed list',
    prd: `# Tool rental

## Description

The shop rents out tools. Every tool has a serial number, a name, a daily rate and a status: available, rented or in repair.
Each tool belongs to a category. A category has a name and may have a parent category.
A customer has a full name, an email and a phone number. Each rental belongs to a customer and has a start date, an end date and an optional note.
A rental contains many tools, and a tool can appear in many rentals.
`,
    plan: [
      'categories: name, parent_id? > categories',
      'customers: email, full_name, phone_number?',
      'rental_tools: rental_id > rentals, tool_id > tools',
      'rentals: customer_id > customers, end_date date, note?, start_date date',
      'tools: category_id > categories, daily_rate numeric, name, serial_number, status (available|rented|in repair)',
    ],
  },
]
