namespace ContactCenter.Core.Deployment;

/// <summary>
/// What customers say for the few intents of the deployed bot. Lex learns from them, so a few of each kind are enough; English and German
/// have more. Everything else is no intent and is classified by its words.
/// </summary>
public static class BotPhrases
{
    /// <summary>By language and intent; Chinese by locale, because it is written in two ways.</summary>
    private const string Table = """
        en agent: agent; an agent please; I want to talk to an agent; talk to a person; speak to a human; a real person please; connect me to somebody; can I speak to someone; customer service representative; operator; put me through; I want to speak with a representative; get me a human; live agent; talk to somebody
        en yes: yes; yes please; yeah; yep; sure; okay; that is right; correct; of course; I agree; yes it did; that helped; go ahead
        en no: no; no thanks; nope; no thank you; not really; that is wrong; it did not help; I do not agree; rather not; no it did not
        en repeat: repeat; repeat that please; say that again; again please; what did you say; pardon; I did not hear you; can you repeat the question; I did not understand you; once more
        en menu: menu; main menu; the menu please; keys; I want to press a key; what can I choose from; what are my options; give me the options; back to the menu
        de agent: Mitarbeiter; einen Mitarbeiter bitte; ich möchte mit einem Mitarbeiter sprechen; mit einem Menschen sprechen; ich will einen Menschen; verbinden Sie mich; bitte verbinden; Kundenberater; mit jemandem sprechen; kann ich mit jemandem reden; eine echte Person bitte; Berater; Kundendienst; zu einem Menschen bitte
        de yes: ja; ja bitte; ja gerne; genau; richtig; stimmt; in Ordnung; einverstanden; jawohl; das hat geholfen; natürlich; klar
        de no: nein; nein danke; nee; nicht wirklich; das stimmt nicht; das hat nicht geholfen; lieber nicht; ich bin nicht einverstanden; auf keinen Fall
        de repeat: wiederholen; bitte wiederholen; noch einmal; noch mal bitte; wie bitte; was haben Sie gesagt; ich habe Sie nicht verstanden; können Sie die Frage wiederholen; ich habe nichts gehört
        de menu: Menü; Hauptmenü; das Menü bitte; Tasten; ich möchte eine Taste drücken; was kann ich auswählen; welche Möglichkeiten habe ich; zurück zum Menü
        ar agent: موظف; أريد التحدث مع موظف; أريد شخصا حقيقيا; خدمة العملاء
        ar yes: نعم; أجل; موافق; صحيح
        ar no: لا; لا شكرا; غير صحيح
        ar repeat: كرر; أعد من فضلك; لم أسمع
        ar menu: القائمة; القائمة الرئيسية; الخيارات
        ca agent: agent; vull parlar amb un agent; parlar amb una persona; passeu-me amb algú
        ca yes: sí; sí gràcies; correcte; d'acord
        ca no: no; no gràcies; no és correcte
        ca repeat: repeteix; repeteix si us plau; no ho he sentit
        ca menu: menú; menú principal; opcions
        es agent: agente; quiero hablar con un agente; hablar con una persona; páseme con alguien; operador
        es yes: sí; sí por favor; correcto; de acuerdo; claro
        es no: no; no gracias; no es correcto; mejor no
        es repeat: repita; repita por favor; otra vez; no le he oído
        es menu: menú; menú principal; opciones; qué opciones hay
        fi agent: asiakaspalvelija; haluan puhua asiakaspalvelijan kanssa; haluan puhua ihmisen kanssa; yhdistä minut
        fi yes: kyllä; joo; kyllä kiitos; aivan
        fi no: ei; ei kiitos; ei se ole oikein
        fi repeat: toista; voitko toistaa; en kuullut; uudestaan
        fi menu: valikko; päävalikko; vaihtoehdot
        fr agent: agent; je veux parler à un agent; parler à une personne; parler à un conseiller; passez-moi quelqu'un
        fr yes: oui; oui merci; d'accord; c'est exact; bien sûr
        fr no: non; non merci; ce n'est pas exact; pas vraiment
        fr repeat: répétez; répétez s'il vous plaît; encore une fois; je n'ai pas entendu
        fr menu: menu; menu principal; les options; quels sont les choix
        hi agent: एजेंट; मुझे एजेंट से बात करनी है; किसी व्यक्ति से बात कराइए; customer care से बात करनी है
        hi yes: हाँ; जी हाँ; हाँ जी; ठीक है
        hi no: नहीं; जी नहीं; नहीं धन्यवाद
        hi repeat: दोबारा बोलिए; फिर से कहिए; मुझे सुनाई नहीं दिया
        hi menu: मेनू; मुख्य मेनू; विकल्प बताइए
        it agent: operatore; voglio parlare con un operatore; parlare con una persona; mi passi qualcuno
        it yes: sì; sì grazie; esatto; va bene; certo
        it no: no; no grazie; non è esatto; meglio di no
        it repeat: ripeti; può ripetere; ancora una volta; non ho sentito
        it menu: menu; menu principale; le opzioni; quali sono le scelte
        ja agent: オペレーター; オペレーターにつないで; 担当者と話したい; 人と話したい
        ja yes: はい; はいお願いします; そうです; わかりました
        ja no: いいえ; いいえ結構です; 違います
        ja repeat: もう一度; もう一度言ってください; 聞こえませんでした
        ja menu: メニュー; メインメニュー; 選択肢
        ko agent: 상담원; 상담원 연결해 주세요; 상담원과 통화하고 싶어요; 사람과 이야기하고 싶어요
        ko yes: 네; 예; 네 맞아요; 좋아요
        ko no: 아니요; 아니요 괜찮아요; 틀려요
        ko repeat: 다시; 다시 말해 주세요; 못 들었어요
        ko menu: 메뉴; 메인 메뉴; 선택 사항
        nl agent: medewerker; ik wil een medewerker spreken; met een mens praten; verbind mij door
        nl yes: ja; ja graag; klopt; akkoord
        nl no: nee; nee bedankt; dat klopt niet; liever niet
        nl repeat: herhaal; kunt u dat herhalen; nog een keer; ik heb u niet verstaan
        nl menu: menu; hoofdmenu; de opties; welke keuzes zijn er
        no agent: kundebehandler; jeg vil snakke med en kundebehandler; snakke med et menneske; sett meg over
        no yes: ja; ja takk; det stemmer; greit
        no no: nei; nei takk; det stemmer ikke; helst ikke
        no repeat: gjenta; kan du gjenta; en gang til; jeg hørte ikke
        no menu: meny; hovedmeny; alternativer
        pl agent: konsultant; chcę rozmawiać z konsultantem; rozmowa z człowiekiem; proszę mnie połączyć
        pl yes: tak; tak proszę; zgadza się; dobrze
        pl no: nie; nie dziękuję; to się nie zgadza; raczej nie
        pl repeat: powtórz; proszę powtórzyć; jeszcze raz; nie usłyszałem
        pl menu: menu; menu główne; jakie są opcje
        pt agent: atendente; quero falar com um atendente; falar com uma pessoa; falar com um operador
        pt yes: sim; sim por favor; correto; está bem
        pt no: não; não obrigado; não está correto; prefiro que não
        pt repeat: repita; repita por favor; outra vez; não ouvi
        pt menu: menu; menu principal; opções
        sv agent: kundtjänst; jag vill prata med en handläggare; prata med en människa; koppla mig vidare
        sv yes: ja; ja tack; det stämmer; visst
        sv no: nej; nej tack; det stämmer inte; helst inte
        sv repeat: upprepa; kan du upprepa; en gång till; jag hörde inte
        sv menu: meny; huvudmeny; alternativ
        zh_CN agent: 人工服务; 转人工; 我要找客服; 我想跟人说话
        zh_CN yes: 是; 是的; 对; 好的
        zh_CN no: 不是; 不用了; 不对
        zh_CN repeat: 再说一遍; 请重复; 我没听清
        zh_CN menu: 菜单; 主菜单; 有哪些选项
        zh_HK agent: 人工服務; 轉駁客服; 我想搵職員; 我想同真人傾
        zh_HK yes: 係; 係呀; 啱; 好
        zh_HK no: 唔係; 唔使喇; 唔啱
        zh_HK repeat: 再講一次; 請重複; 我聽唔清楚
        zh_HK menu: 選單; 主選單; 有咩選擇
        """;

    private static readonly (string Word, string Intent)[] Words =
    [
        ("agent", DeployedBot.Agent), ("yes", DeployedBot.Yes), ("no", DeployedBot.No), ("repeat", DeployedBot.Repeat),
        ("menu", DeployedBot.Menu),
    ];

    private static readonly Dictionary<string, string[]> Said = Table.Split('\n')
        .Select(static line => line.Split(": ", 2))
        .ToDictionary(static line => line[0], static line => line[1].Trim().Split("; "), StringComparer.Ordinal);

    /// <summary>The intents of a locale with what is said for each, in the order of the bot.</summary>
    public static IReadOnlyList<(string Intent, IReadOnlyList<string> Said)> Of(LexLocale locale)
    {
        ArgumentNullException.ThrowIfNull(locale);
        return
        [
            .. Words.Select(word => (word.Intent, For(locale.Id, word.Word) ?? For(locale.Id[..2], word.Word)!)),
        ];
    }

    private static string[]? For(string language, string word) => Said.GetValueOrDefault($"{language} {word}");
}
