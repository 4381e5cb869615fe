namespace ContactCenter.Core.Configuration;

/// <summary>What the flows say unless the configuration says otherwise, in the languages that have packaged words.</summary>
internal static class PackagedTexts
{
    private static readonly FlowTexts English = new()
    {
        Greeting = "Welcome, and thank you for getting in touch.",
        RecordingNotice = "We record this conversation to make our service better.",
        RecordingQuestion = "May we record this conversation to make our service better? If so, press 1 or write yes.",
        Question = "In a few words, how can we help you?",
        MenuChoice = "For {choice}, press {key}.",
        OneMoment = "One moment, please.",
        LookingForAgent = "Thank you. We are looking for the right agent.",
        Position = "There are {count} callers in the queue.",
        Wait = "The wait is about {minutes} minutes.",
        OfferCallback = "You need not wait on the line. To be called back, press 1.",
        AskNumber =
            "So that we can call you back, please key in your telephone number with its country code, and then press the pound key.",
        CallbackArranged = "Thank you. We will call you back when it is your turn. Goodbye.",
        CallbackLater = "We will call you back as soon as one of our agents is free. Goodbye.",
        CallRefused = "We are sorry: we cannot take your call at the moment. Please try again later. Goodbye.",
        Closed = "Our agents are not here at the moment.",
        OfferCallbackWhenOpen = "To be called back when we are open, press 1.",
        CallAgain = "Please call again when we are open. Goodbye.",
        WriteAgain = "Our agents are not here at the moment. Please write again when we are open.",
        ChatRefused = "We are sorry: all our agents are busy. Please try again later.",
        DidItHelp = "Did this help you?",
        Helped = "We are glad to hear that. Goodbye.",
        Patience = "Thank you for waiting. The next agent will be with you.",
        RateCall = "How satisfied are you with this call, from 1, not at all, to 5, very much?",
        RateChat = "How satisfied are you with this chat, from 1, not at all, to 5, very much? You may also tell us why.",
        Thanks = "Thank you. Goodbye.",
    };

    private static readonly FlowTexts German = new()
    {
        Greeting = "Willkommen, und vielen Dank, dass Sie sich bei uns melden.",
        RecordingNotice = "Wir zeichnen dieses Gespräch auf, um besser zu werden.",
        RecordingQuestion = "Dürfen wir dieses Gespräch aufzeichnen, um besser zu werden? Wenn ja, drücken Sie die 1 oder schreiben Sie Ja.",
        Question = "Wie können wir Ihnen helfen? Bitte sagen Sie es in wenigen Worten.",
        MenuChoice = "Für {choice} drücken Sie bitte die {key}.",
        OneMoment = "Einen Augenblick, bitte.",
        LookingForAgent = "Vielen Dank. Wir suchen den richtigen Ansprechpartner für Sie.",
        Position = "In der Warteschlange sind {count} Anrufer.",
        Wait = "Die Wartezeit beträgt etwa {minutes} Minuten.",
        OfferCallback = "Sie müssen nicht am Telefon warten. Für einen Rückruf drücken Sie bitte die 1.",
        AskNumber =
            "Damit wir Sie zurückrufen können, geben Sie bitte Ihre Telefonnummer mit Landesvorwahl ein, und drücken Sie dann die "
                + "Rautetaste.",
        CallbackArranged = "Vielen Dank. Wir rufen Sie zurück, wenn Sie an der Reihe sind. Auf Wiederhören.",
        CallbackLater = "Wir rufen Sie zurück, sobald einer unserer Mitarbeiter frei ist. Auf Wiederhören.",
        CallRefused =
            "Es tut uns leid: Wir können Ihren Anruf gerade nicht annehmen. Bitte versuchen Sie es später noch einmal. Auf Wiederhören.",
        Closed = "Unsere Mitarbeiter sind gerade nicht da.",
        OfferCallbackWhenOpen = "Für einen Rückruf zu unseren Geschäftszeiten drücken Sie bitte die 1.",
        CallAgain = "Bitte rufen Sie zu unseren Geschäftszeiten noch einmal an. Auf Wiederhören.",
        WriteAgain = "Unsere Mitarbeiter sind gerade nicht da. Bitte schreiben Sie uns zu unseren Geschäftszeiten noch einmal.",
        ChatRefused = "Es tut uns leid: Alle unsere Mitarbeiter sind im Gespräch. Bitte versuchen Sie es später noch einmal.",
        DidItHelp = "Hat Ihnen das geholfen?",
        Helped = "Das freut uns. Auf Wiedersehen.",
        Patience = "Vielen Dank für Ihre Geduld. Der nächste freie Mitarbeiter ist für Sie da.",
        RateCall = "Wie zufrieden sind Sie mit diesem Gespräch, von 1, gar nicht, bis 5, sehr?",
        RateChat = "Wie zufrieden sind Sie mit diesem Chat, von 1, gar nicht, bis 5, sehr? Sie können uns auch sagen, warum.",
        Thanks = "Vielen Dank. Auf Wiederhören.",
    };

    /// <summary>The packaged words of a language, or null.</summary>
    /// <param name="language">Two-letter code.</param>
    public static FlowTexts? For(string language) => language switch { "en" => English, "de" => German, _ => null };
}
