/**
 * Arabic. The stop words are written out here: the list of @orama/stopwords holds numbers (`مليون`), months and words
 * that claims are made of. Folding has made one letter of each alef and yeh, dropped vowel signs and tatweel, and
 * written teh marbuta as heh.
 */
import { stemmer } from '@orama/stemmers/arabic';
import type { Written } from './rules';

/**
 * The article with what is written together with it (and, then, by, as, for) goes first, as light stemming does
 * (Larkey, Ballesteros & Connell, “Light stemming for Arabic information retrieval”, 2007): Snowball misses it after
 * “and”. So does the plural in -at, and a final heh is read as the feminine ending, which it mostly is.
 */
function bare(word: string): string {
  return word
    .replace(/^(?:[وف]?[بك]?ال|[وف]?لل|و(?=.{4}))(?=.{3})/u, '')
    .replace(/(?<=.{3})ات$/u, '')
    .replace(/ه$/u, 'ة');
}

export const arabic: Written = {
  stop: [
    `في من إلى على عن مع منذ حتى بين بعد قبل عند عندما لدى لدي خلال ضد حول دون أمام تحت فوق هذا هذه ذلك تلك هؤلاء
أولئك هنا هناك الذي التي الذين اللذين اللتين اللاتي ما ماذا من هو هي هم هن أنا نحن أنت أنتم كان كانت كانوا يكون تكون
يكونوا أن إن أنه أنها إنه إنها بأن لأن كأن لكن لكنه ثم أو أم و ف ب ل ك قد لقد سوف كل كلا بعض أي أيضا كما كذلك حيث إذا
إذ لو لما متى أين كيف هل بل فقط جدا عليه عليها عليهم إليه إليها به بها بهم له لها لهم لنا لك لي فيه فيها فيهم منه منها
منهم عنه عنها وهو وهي وهم وكان وكانت وقد وأن ومن وفي وعلى وما ولا وإن وهذا وهذه ومع قال قالت يقول تقول وقال وقالت أكد
وأكد أضاف وأضاف تم يتم مثل غير ذات ذو نحو أكثر أقل بسبب بشأن عبر حين بينما فإن فقد لدى كلا كلتا يا`,
  ],
  denies: 'لا لم لن ليس ليست ليسوا ولم ولن ولا وليس غير بدون دون لما',
  stem: (word) => stemmer(bare(word)),
  numbers: `2:اثنان اثنين اثنتان اثنتين 3:ثلاث ثلاثة 4:أربع أربعة 5:خمس خمسة 6:ست ستة 7:سبع سبعة 8:ثماني ثمانية
9:تسع تسعة 10:عشر عشرة 20:عشرون عشرين 30:ثلاثون ثلاثين 40:أربعون أربعين 50:خمسون خمسين 60:ستون ستين 70:سبعون سبعين
80:ثمانون ثمانين 90:تسعون تسعين`,
  scales: '100:مئة مائة 1e3:ألف آلاف ألاف 1e6:مليون ملايين 1e9:مليار مليارات بليون 1e12:تريليون',
  percent: 'بالمئة',
};
