import type { ReviewPolicyInput } from '@postlude/contract';

interface Words {
  readonly verified: string;
  readonly unverifiedShown: string;
  readonly unverifiedHidden: string;
  readonly all: string;
  readonly before: string;
  readonly after: string;
  readonly rewards: string;
  readonly noRewards: string;
  readonly newest: string;
  readonly helpful: string;
}

const words: Readonly<Record<'en' | 'de' | 'ar', Words>> = {
  en: {
    verified: 'A review is marked as verified when it was written with the order it is about.',
    unverifiedShown:
      'Reviews brought from other platforms are shown too. Where no order could be found for one, it is marked as not verified.',
    unverifiedHidden: 'Reviews for which no order could be found are not shown.',
    all: 'Good and bad reviews are treated alike and all count. One is left out only for spam, another subject, personal data, unlawful or obscene content, rights of others, a conflict of interest or because it is there already.',
    before: 'Every review is read before it is shown.',
    after:
      'Reviews are shown at once; those in which a rule finds a link, an address or a listed word are read first.',
    rewards:
      'Some reviews were promised a reward. It is the same whatever a review says, and each of them is marked.',
    noRewards: 'Nothing is given for reviews.',
    newest:
      'Unless sorted otherwise, the newest come first; some may be put first by the store and are marked.',
    helpful:
      'Unless sorted otherwise, those that most found helpful come first; some may be put first by the store and are marked.',
  },
  de: {
    verified: 'Eine Bewertung heißt geprüft, wenn sie mit der Bestellung geschrieben wurde, um die es geht.',
    unverifiedShown:
      'Auch Bewertungen von anderen Plattformen werden gezeigt. Ließ sich zu einer keine Bestellung finden, ist sie als nicht geprüft gekennzeichnet.',
    unverifiedHidden: 'Bewertungen, zu denen sich keine Bestellung finden ließ, werden nicht gezeigt.',
    all: 'Gute und schlechte Bewertungen werden gleich behandelt und zählen alle. Weggelassen wird eine nur wegen Spam, eines anderen Themas, persönlicher Daten, rechtswidriger oder anstößiger Inhalte, Rechten anderer, eines Interessenkonflikts oder weil es sie schon gibt.',
    before: 'Jede Bewertung wird gelesen, bevor sie gezeigt wird.',
    after:
      'Bewertungen werden sofort gezeigt; findet eine Regel einen Link, eine Adresse oder ein Wort der Liste, wird zuerst gelesen.',
    rewards:
      'Für manche Bewertungen wurde eine Belohnung versprochen. Sie ist dieselbe, was auch immer darin steht, und jede davon ist gekennzeichnet.',
    noRewards: 'Für Bewertungen gibt es nichts.',
    newest:
      'Wird nicht anders sortiert, stehen die neuesten vorn; einzelne kann der Shop voranstellen, sie sind gekennzeichnet.',
    helpful:
      'Wird nicht anders sortiert, stehen die hilfreichsten vorn; einzelne kann der Shop voranstellen, sie sind gekennzeichnet.',
  },
  ar: {
    verified: 'يُعدّ التقييم موثَّقًا إذا كُتب عبر الطلب الذي يتناوله.',
    unverifiedShown: 'تُعرض أيضًا تقييمات من منصات أخرى. وما لم يُعثر له على طلب يُوسم بأنه غير موثَّق.',
    unverifiedHidden: 'لا تُعرض التقييمات التي لم يُعثر لها على طلب.',
    all: 'تُعامل التقييمات الجيدة والسيئة بالطريقة نفسها وتُحتسب كلها. ولا يُستبعد تقييم إلا لكونه محتوى مزعجًا أو عن موضوع آخر أو يكشف بيانات شخصية أو مخالفًا للقانون أو فاحشًا أو يمس حقوق الغير أو لتضارب مصالح أو لأنه مكرر.',
    before: 'يُقرأ كل تقييم قبل عرضه.',
    after: 'تُعرض التقييمات فورًا، وما تجد فيه قاعدة رابطًا أو عنوانًا أو كلمة من القائمة يُقرأ أولًا.',
    rewards: 'وُعدت بعض التقييمات بمكافأة. وهي نفسها مهما قال التقييم، وكل منها عليه علامة.',
    noRewards: 'لا يُقدَّم شيء مقابل التقييمات.',
    newest: 'ما لم يُغيَّر الترتيب تأتي الأحدث أولًا، وقد يقدّم المتجر بعضها وعليها علامة.',
    helpful: 'ما لم يُغيَّر الترتيب تأتي الأكثر فائدة أولًا، وقد يقدّم المتجر بعضها وعليها علامة.',
  },
};

/**
 * How reviews are checked, in sentences made of the live settings: whether and how it is seen to that reviewers bought, what is
 * left out, what is paid, how the list is sorted (Directive (EU) 2019/2161, Articles 3 and 4; UK DMCC Act 2024, Schedule 20).
 */
export function checksOf({ moderation, display, rewards }: ReviewPolicyInput, locale: string): string[] {
  const language = locale.toLowerCase().split(/[-_]/)[0];
  const say = language === 'de' || language === 'ar' ? words[language] : words.en;
  return [
    say.verified,
    display.unverified ? say.unverifiedShown : say.unverifiedHidden,
    say.all,
    moderation.publish === 'after_approval' ? say.before : say.after,
    rewards.length > 0 ? say.rewards : say.noRewards,
    display.sort === 'newest' ? say.newest : say.helpful,
  ];
}
