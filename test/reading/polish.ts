import type { Case } from './outline.ts'

/** Polish PRDs of the same families. */
export const polish: readonly Case[] = [
  {
    name: 'proza: rzeczy, ich cechy i liczności',
    prd: `# Biuro nieruchomości

## Opis

Biuro prowadzi wiele ofert. Każda oferta ma tytuł, opis, cenę, powierzchnię i status: aktywna, zarezerwowana lub sprzedana.
Każda oferta należy do jednego właściciela. Właściciel ma imię, nazwisko, adres email i numer telefonu.
Oferta może mieć wiele zdjęć. Zdjęcie ma adres URL i kolejność.
`,
    plan: [
      'offers: area, description?, owner_id > owners, price numeric(12,2), status (aktywna|zarezerwowana|sprzedana), title',
      'owners: email, first_name, last_name, phone_number?',
      'photos: offer_id > offers, position integer, url?',
    ],
  },
  {
    name: 'same historyjki z kryteriami',
    prd: `# Dokument wymagań produktu - Dziennik ogrodnika

## 1. Przegląd produktu

Aplikacja pomaga działkowcom pamiętać o roślinach.

## 5. Historyjki użytkowników

ID: US-001
Tytuł: Rejestracja
Opis: Jako nowy użytkownik chcę założyć konto, aby moje dane były prywatne.
Kryteria akceptacji:
- Formularz zawiera pola email i hasło.
- Po rejestracji użytkownik widzi komunikat.

ID: US-002
Tytuł: Dodawanie rośliny
Opis: Jako użytkownik chcę dodać roślinę, aby śledzić jej stan.
Kryteria akceptacji:
- Formularz zawiera pola: nazwa (wymagana, do 100 znaków), gatunek, data posadzenia i opcjonalna notatka.
- Po zapisaniu roślina pojawia się na liście.

ID: US-003
Tytuł: Edycja i usuwanie rośliny
Opis: Jako użytkownik chcę edytować i usuwać swoje rośliny.
Kryteria akceptacji:
- Usunięcie wymaga potwierdzenia w oknie modalnym.

ID: US-004
Tytuł: Rejestrowanie zabiegów
Opis: Jako użytkownik chcę dodawać zabiegi do rośliny.
Kryteria akceptacji:
- Zabieg ma datę, rodzaj (podlewanie, nawożenie, przycinanie) i opis.
- Lista zabiegów jest posortowana od najnowszych.
`,
    plan: [
      'plants: name, note?, planting_date date, species, user_id > accounts',
      'procedures: date date, description?, plant_id > plants, type (podlewanie|nawożenie|przycinanie)',
    ],
  },
  {
    name: 'formularze i funkcje numerowane',
    prd: `# PRD - Zbiórki

## 3. Wymagania funkcjonalne

1. Zbiórki: koordynator może tworzyć, edytować i usuwać zbiórki. Zbiórka ma nazwę, opis, datę rozpoczęcia i datę zakończenia.
2. Darczyńcy: darczyńca ma imię, nazwisko i adres email.
3. Wpłaty: wpłata należy do zbiórki i darczyńcy, ma kwotę, datę i metodę płatności (przelew, karta, gotówka).
4. Lista wpłat jest sortowana po dacie.

## 4. Granice produktu

- Brak płatności online
- Brak aplikacji mobilnej
`,
    plan: [
      'donors: email, first_name, last_name, user_id > accounts',
      'fundraisers: description?, end_date date, name, start_date date, user_id > accounts',
      'payments: amount numeric(12,2), date date, donor_id > donors, fundraiser_id > fundraisers, payment_method (przelew|karta|gotówka)',
    ],
  },
]
