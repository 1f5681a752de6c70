/**
 * Invented stories and the furniture that sites of various kinds would put around them. No line of a frame is the story's,
 * no line of a story is furniture; every story must be read the same in every frame.
 */
export interface Frame {
  readonly site: string;
  readonly top: string;
  readonly bottom: string;
}

export const FRAMES: readonly Frame[] = [
  {
    site: "a news agency with a language switch",
    top: `ua en ru

Author: Marta Holub`,
    bottom: `Read also:

Copyright © 2025 Harbourwire.example

If you quote our articles, add an active link to Harbourwire and take no more than 300 characters. Anything longer needs our written permission.`,
  },
  {
    site: "a portal with a menu, tags and a comment box",
    top: `Skip to content
Home
News
Politics
Business
Sport
Search

Home > News > Politics

Published: 4 May 2026, 09:15
3 min read
Share
Facebook Twitter Telegram`,
    bottom: `Tags: housing, Ruiz, Meridia

Share this article
Comments (12)
Log in to comment

© 2026 The Meridian Post. All rights reserved.
Privacy Policy | Terms of Use`,
  },
  {
    site: "a reader-funded newsroom",
    top: `We use cookies to improve your experience. By continuing to use this site you agree to our cookie policy.
Accept all cookies`,
    bottom: `Before you go: our newsroom has no owner and no paywall. We keep our reporting free for everyone because readers like you support our journalism. If you value it, please consider making a donation for the price of a cup of coffee.

Become a member

Spotted a typo? Highlight the text and press Ctrl + Enter

Follow us on Telegram and Facebook`,
  },
  {
    site: "an American local paper",
    top: `Advertisement
By Tom Bell, Staff Writer
Updated 10:42 a.m. EDT, May 4, 2026
Print
Email`,
    bottom: `Tom Bell can be reached at tbell@bayherald.example or follow him on Twitter @tombell_bay.

Sign up for our morning newsletter and get the day's top stories in your inbox.

More from Bay Herald
Related articles

Copyright 2026 Bay Herald. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.`,
  },
  {
    site: "a site that dislikes ad blockers",
    top: `MENU
Sign in | Subscribe`,
    bottom: `It looks like you are using an ad blocker. Our site lives on advertising; please disable your ad blocker for this page.

Special discount
for Meridian Post readers
• Stay informed with Longread.
• Get quality journalism every week.`,
  },
  {
    site: "a Ukrainian site with English pages",
    top: `Українська English Русский
Фото: пресслужба міністерства`,
    bottom: `Читайте також: Новий міст відкрили у вересні

Якщо ви помітили помилку, виділіть текст і натисніть Ctrl+Enter

Підписуйтесь на наш Telegram-канал

Використання матеріалів дозволено лише за умови активного гіперпосилання`,
  },
];

export const STORIES: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: "a story with quotations and a subheading",
    text: `Meridia will build 40,000 homes by 2028, says Ruiz

Housing Minister Ana Ruiz said on Tuesday that Meridia would build 40,000 homes by 2028 if parliament passes the budget.

“We need your support, and we need it now,” Ruiz told mayors in Port Lenz. “Help us build, and we will keep our word.”

What happens next

The opposition leader, Karel Dvorsky, called the plan “a promise on paper”.

“Subscribe to any promise you like,” he said. “I will believe it when I see a crane.”

According to the ministry, three regions come first:
- Lenz and its suburbs
- the Ostrava Bay
- the northern valleys

The budget goes to a vote in June.`,
  },
  {
    name: "an address in the first person",
    text: `Dear friends! People of Meridia!

Today I signed the decree on the new harbour. We will open it in May, and not a day later.

I am grateful to everyone who helps. Your support makes us stronger. Support our fishermen, support our crews, and help us keep the coast alive.

Thank you!

Glory to the builders!`,
  },
  {
    name: "a wire story with a dateline",
    text: `Port strike ends in Ostrava Bay

OSTRAVA BAY, Meridia (AP) — Dockers in Ostrava Bay went back to work on Friday after the port agreed to raise wages by 6%.

The union's chair, Lena Brandt, said members would vote on the offer next week. She declined to comment on the talks.

Photographs of the signing were shown on national television, and the government shared the text of the agreement.

Comments by the port's owner, who had threatened to close two terminals, were read out in parliament.`,
  },
];
