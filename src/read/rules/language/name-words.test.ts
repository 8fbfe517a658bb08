import { expect, test } from 'vitest'
import { nameWords, plainLetters, snakeCase } from './name-words.ts'

test.each([
  ['mealPlan', 'meal plan'],
  ['MealPlan', 'meal plan'],
  ['meal-plan', 'meal plan'],
  ['meal_plan', 'meal plan'],
  ['Meal plan', 'meal plan'],
  ['HTTPStatus', 'http status'],
  ['userID', 'user id'],
  ['UUIDs and URLs', 'uuids and urls'],
  ["user's recipe", 'user recipe'],
  ['auth.users', 'auth users'],
  ['Książka kucharska', 'książka kucharska'],
  ['', ''],
])('the words of %j', (text, words) => expect(nameWords(text).join(' ')).toBe(words))

test('snake case', () => expect(snakeCase('Date of Birth')).toBe('date_of_birth'))

test.each([
  ['książka', 'ksiazka'],
  ['Łódź', 'Lodz'],
  ['naïve café', 'naive cafe'],
  ['Straße', 'Strasse'],
  ['日本', ''],
])('%s in letters of the English alphabet', (text, plain) => expect(plainLetters(text)).toBe(plain))
