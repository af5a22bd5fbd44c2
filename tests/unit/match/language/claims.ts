/** Claims in many languages, each with a sentence that says the same in other forms of its words. All made up. */
export interface Said {
  readonly language: string;
  readonly claim: string;
  /** The same with other endings, spellings or scripts of its words. */
  readonly again: string;
  /** Something else in the same language. */
  readonly other: string;
}

export const SAID: readonly Said[] = [
  {
    language: 'en',
    claim: 'The city of Torvenna has banned electric scooters from all of its bridges.',
    again: 'Torvenna is banning an electric scooter on every bridge, the mayors were told.',
    other: 'The weather in the mountains will stay dry until the end of the week.',
  },
  {
    language: 'es',
    claim: 'El gobierno de Torvenna prohibió las vacunas contra la gripe en los hospitales públicos.',
    again:
      'Según un mensaje, los gobiernos de TORVENNA prohibirán la vacuna de la gripe en cada hospital publico.',
    other: 'La selección ganó el partido con dos goles en los últimos minutos del encuentro.',
  },
  {
    language: 'fr',
    claim: 'La ville de Torvenna a interdit l’élection des maires par les citoyens étrangers.',
    again: 'A Torvenna, les elections du maire seraient interdites à tout citoyen etranger, dit-on.',
    other: 'Le prix du pain n’a pas changé depuis le printemps dans la plupart des boulangeries.',
  },
  {
    language: 'de',
    claim: 'Die Wähler in Torvenna müssen für jede große Straße eine Gebühr zahlen.',
    again: 'Jeder Waehler aus Torvenna zahlt nun Gebuehren für die grossen Strassen, heißt es.',
    other: 'Am Wochenende bleibt es in den Bergen trocken, im Norden regnet es dagegen.',
  },
  {
    language: 'pt',
    claim: 'A eleição em Torvenna foi anulada depois da vacinação dos animais da região.',
    again: 'As eleições de Torvenna serão anuladas após vacinar cada animal das regiões, diz a mensagem.',
    other: 'O time venceu a partida com dois gols nos minutos finais do segundo tempo.',
  },
  {
    language: 'it',
    claim: 'Il governo di Torvenna ha vietato l’acqua potabile nelle università italiane.',
    again:
      'I governi vietano dell’acqua potabile in ogni universita italiana, sostiene un politico di Torvenna.',
    other: 'La squadra ha vinto la partita con due reti negli ultimi minuti della gara.',
  },
  {
    language: 'ar',
    claim: 'منعت حكومة تورفينا استخدام اللقاحات في المدرسة الكبيرة.',
    again: 'قالت الصحف إن الحُكومـة في تورفينا تمنع إستخدام لقاح الأطفال والمدرسه الكبيره.',
    other: 'فاز الفريق بالمباراة بعد هدفين في الدقائق الأخيرة من الشوط الثاني.',
  },
  {
    language: 'hi',
    claim: 'तोरवेना की सरकार ने लड़कियों के स्कूलों में टीकों पर रोक लगा दी है।',
    again: 'खबर है कि तोरवेना सरकारें हर लडकी के स्कूल में टीके पर रोक लगाएंगी।',
    other: 'टीम ने आखिरी मिनटों में दो गोल करके मैच जीत लिया।',
  },
  {
    language: 'ja',
    claim: '東洋市はすべての橋で電動スクーターの利用を禁止した。',
    again: '電動ｽｸｰﾀｰは、東洋市の橋では利用が禁止されるという。',
    other: '週末の山沿いは晴れて乾燥する見込みです。',
  },
  {
    language: 'zh',
    claim: '东洋市政府禁止在所有大桥上使用电动滑板车。',
    again: '有消息说，电动滑板车已被东洋市禁止上大桥。',
    other: '周末山区天气晴朗，北方有雨。',
  },
  {
    language: 'ko',
    claim: '동양시는 모든 다리에서 전동 킥보드를 금지했다.',
    again: '전동 킥보드가 동양시의 다리에서 금지된다고 한다.',
    other: '주말에 산간 지역은 맑고 건조하겠습니다.',
  },
  {
    language: 'th',
    claim: 'เมืองทองวนาห้ามใช้รถไฟฟ้าบนสะพานทุกแห่ง',
    again: 'มีข่าวว่าสะพานในทองวนาห้ามรถไฟฟ้าแล้ว',
    other: 'สุดสัปดาห์นี้อากาศแห้งบนภูเขา',
  },
];

/** The eight that there are stop words and stems for. */
export const RULED = SAID.filter(({ language }) => 'en es fr de pt it ar hi'.split(' ').includes(language));
