namespace ContactCenter.Core.Deployment;

/// <summary>
/// What customers say for the few intents of the deployed bot. Lex learns from them, so a few of each kind are enough; English and German
/// have more. Everything else is no intent and is classified by its words.
/// </summary>
/// <param name="Agent">They want a person.</param>
/// <param name="Yes">They agree.</param>
/// <param name="No">They do not.</param>
/// <param name="Repeat">They did not hear the question.</param>
/// <param name="Menu">They would rather choose by keys.</param>
public sealed record BotPhrases(
    IReadOnlyList<string> Agent, IReadOnlyList<string> Yes, IReadOnlyList<string> No, IReadOnlyList<string> Repeat, IReadOnlyList<string> Menu)
{
    /// <summary>By language; Chinese by locale, because it is written in two ways.</summary>
    private static readonly Dictionary<string, BotPhrases> ByLanguage = new(StringComparer.Ordinal)
    {
        ["en"] = new(
            [
                "agent", "an agent please", "I want to talk to an agent", "talk to a person", "speak to a human", "a real person please",
                "connect me to somebody", "can I speak to someone", "customer service representative", "operator", "put me through",
                "I want to speak with a representative", "get me a human", "live agent", "talk to somebody",
            ],
            [
                "yes", "yes please", "yeah", "yep", "sure", "okay", "that is right", "correct", "of course", "I agree", "yes it did",
                "that helped", "go ahead",
            ],
            [
                "no", "no thanks", "nope", "no thank you", "not really", "that is wrong", "it did not help", "I do not agree", "rather not",
                "no it did not",
            ],
            [
                "repeat", "repeat that please", "say that again", "again please", "what did you say", "pardon", "I did not hear you",
                "can you repeat the question", "I did not understand you", "once more",
            ],
            [
                "menu", "main menu", "the menu please", "keys", "I want to press a key", "what can I choose from", "what are my options",
                "give me the options", "back to the menu",
            ]),
        ["de"] = new(
            [
                "Mitarbeiter", "einen Mitarbeiter bitte", "ich möchte mit einem Mitarbeiter sprechen", "mit einem Menschen sprechen",
                "ich will einen Menschen", "verbinden Sie mich", "bitte verbinden", "Kundenberater", "mit jemandem sprechen",
                "kann ich mit jemandem reden", "eine echte Person bitte", "Berater", "Kundendienst", "zu einem Menschen bitte",
            ],
            [
                "ja", "ja bitte", "ja gerne", "genau", "richtig", "stimmt", "in Ordnung", "einverstanden", "jawohl", "das hat geholfen",
                "natürlich", "klar",
            ],
            [
                "nein", "nein danke", "nee", "nicht wirklich", "das stimmt nicht", "das hat nicht geholfen", "lieber nicht",
                "ich bin nicht einverstanden", "auf keinen Fall",
            ],
            [
                "wiederholen", "bitte wiederholen", "noch einmal", "noch mal bitte", "wie bitte", "was haben Sie gesagt",
                "ich habe Sie nicht verstanden", "können Sie die Frage wiederholen", "ich habe nichts gehört",
            ],
            [
                "Menü", "Hauptmenü", "das Menü bitte", "Tasten", "ich möchte eine Taste drücken", "was kann ich auswählen",
                "welche Möglichkeiten habe ich", "zurück zum Menü",
            ]),
        ["ar"] = new(
            ["موظف", "أريد التحدث مع موظف", "أريد شخصا حقيقيا", "خدمة العملاء"], ["نعم", "أجل", "موافق", "صحيح"],
            ["لا", "لا شكرا", "غير صحيح"], ["كرر", "أعد من فضلك", "لم أسمع"], ["القائمة", "القائمة الرئيسية", "الخيارات"]),
        ["ca"] = new(
            ["agent", "vull parlar amb un agent", "parlar amb una persona", "passeu-me amb algú"], ["sí", "sí gràcies", "correcte", "d'acord"],
            ["no", "no gràcies", "no és correcte"], ["repeteix", "repeteix si us plau", "no ho he sentit"],
            ["menú", "menú principal", "opcions"]),
        ["es"] = new(
            ["agente", "quiero hablar con un agente", "hablar con una persona", "páseme con alguien", "operador"],
            ["sí", "sí por favor", "correcto", "de acuerdo", "claro"], ["no", "no gracias", "no es correcto", "mejor no"],
            ["repita", "repita por favor", "otra vez", "no le he oído"], ["menú", "menú principal", "opciones", "qué opciones hay"]),
        ["fi"] = new(
            ["asiakaspalvelija", "haluan puhua asiakaspalvelijan kanssa", "haluan puhua ihmisen kanssa", "yhdistä minut"],
            ["kyllä", "joo", "kyllä kiitos", "aivan"], ["ei", "ei kiitos", "ei se ole oikein"],
            ["toista", "voitko toistaa", "en kuullut", "uudestaan"], ["valikko", "päävalikko", "vaihtoehdot"]),
        ["fr"] = new(
            ["agent", "je veux parler à un agent", "parler à une personne", "parler à un conseiller", "passez-moi quelqu'un"],
            ["oui", "oui merci", "d'accord", "c'est exact", "bien sûr"], ["non", "non merci", "ce n'est pas exact", "pas vraiment"],
            ["répétez", "répétez s'il vous plaît", "encore une fois", "je n'ai pas entendu"],
            ["menu", "menu principal", "les options", "quels sont les choix"]),
        ["hi"] = new(
            ["एजेंट", "मुझे एजेंट से बात करनी है", "किसी व्यक्ति से बात कराइए", "customer care से बात करनी है"], ["हाँ", "जी हाँ", "हाँ जी", "ठीक है"],
            ["नहीं", "जी नहीं", "नहीं धन्यवाद"], ["दोबारा बोलिए", "फिर से कहिए", "मुझे सुनाई नहीं दिया"], ["मेनू", "मुख्य मेनू", "विकल्प बताइए"]),
        ["it"] = new(
            ["operatore", "voglio parlare con un operatore", "parlare con una persona", "mi passi qualcuno"],
            ["sì", "sì grazie", "esatto", "va bene", "certo"], ["no", "no grazie", "non è esatto", "meglio di no"],
            ["ripeti", "può ripetere", "ancora una volta", "non ho sentito"], ["menu", "menu principale", "le opzioni", "quali sono le scelte"]),
        ["ja"] = new(
            ["オペレーター", "オペレーターにつないで", "担当者と話したい", "人と話したい"], ["はい", "はいお願いします", "そうです", "わかりました"],
            ["いいえ", "いいえ結構です", "違います"], ["もう一度", "もう一度言ってください", "聞こえませんでした"], ["メニュー", "メインメニュー", "選択肢"]),
        ["ko"] = new(
            ["상담원", "상담원 연결해 주세요", "상담원과 통화하고 싶어요", "사람과 이야기하고 싶어요"], ["네", "예", "네 맞아요", "좋아요"],
            ["아니요", "아니요 괜찮아요", "틀려요"], ["다시", "다시 말해 주세요", "못 들었어요"], ["메뉴", "메인 메뉴", "선택 사항"]),
        ["nl"] = new(
            ["medewerker", "ik wil een medewerker spreken", "met een mens praten", "verbind mij door"], ["ja", "ja graag", "klopt", "akkoord"],
            ["nee", "nee bedankt", "dat klopt niet", "liever niet"], ["herhaal", "kunt u dat herhalen", "nog een keer", "ik heb u niet verstaan"],
            ["menu", "hoofdmenu", "de opties", "welke keuzes zijn er"]),
        ["no"] = new(
            ["kundebehandler", "jeg vil snakke med en kundebehandler", "snakke med et menneske", "sett meg over"],
            ["ja", "ja takk", "det stemmer", "greit"], ["nei", "nei takk", "det stemmer ikke", "helst ikke"],
            ["gjenta", "kan du gjenta", "en gang til", "jeg hørte ikke"], ["meny", "hovedmeny", "alternativer"]),
        ["pl"] = new(
            ["konsultant", "chcę rozmawiać z konsultantem", "rozmowa z człowiekiem", "proszę mnie połączyć"],
            ["tak", "tak proszę", "zgadza się", "dobrze"], ["nie", "nie dziękuję", "to się nie zgadza", "raczej nie"],
            ["powtórz", "proszę powtórzyć", "jeszcze raz", "nie usłyszałem"], ["menu", "menu główne", "jakie są opcje"]),
        ["pt"] = new(
            ["atendente", "quero falar com um atendente", "falar com uma pessoa", "falar com um operador"],
            ["sim", "sim por favor", "correto", "está bem"], ["não", "não obrigado", "não está correto", "prefiro que não"],
            ["repita", "repita por favor", "outra vez", "não ouvi"], ["menu", "menu principal", "opções"]),
        ["sv"] = new(
            ["kundtjänst", "jag vill prata med en handläggare", "prata med en människa", "koppla mig vidare"],
            ["ja", "ja tack", "det stämmer", "visst"], ["nej", "nej tack", "det stämmer inte", "helst inte"],
            ["upprepa", "kan du upprepa", "en gång till", "jag hörde inte"], ["meny", "huvudmeny", "alternativ"]),
        ["zh_CN"] = new(
            ["人工服务", "转人工", "我要找客服", "我想跟人说话"], ["是", "是的", "对", "好的"], ["不是", "不用了", "不对"],
            ["再说一遍", "请重复", "我没听清"], ["菜单", "主菜单", "有哪些选项"]),
        ["zh_HK"] = new(
            ["人工服務", "轉駁客服", "我想搵職員", "我想同真人傾"], ["係", "係呀", "啱", "好"], ["唔係", "唔使喇", "唔啱"],
            ["再講一次", "請重複", "我聽唔清楚"], ["選單", "主選單", "有咩選擇"]),
    };

    /// <summary>What customers say in a locale; every locale of <see cref="LexLocales"/> has its own.</summary>
    public static BotPhrases Of(LexLocale locale)
    {
        ArgumentNullException.ThrowIfNull(locale);
        return ByLanguage.GetValueOrDefault(locale.Id) ?? ByLanguage[locale.Id[..2]];
    }

    /// <summary>The intents with what is said for each, in the order of the bot.</summary>
    public IEnumerable<(string Intent, IReadOnlyList<string> Said)> Intents =>
    [
        (DeployedBot.Agent, Agent), (DeployedBot.Yes, Yes), (DeployedBot.No, No), (DeployedBot.Repeat, Repeat), (DeployedBot.Menu, Menu),
    ];
}
