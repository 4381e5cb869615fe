using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration;

/// <summary>What the flows say unless the configuration says otherwise, in the languages that have packaged words.</summary>
internal static class PackagedTexts
{
    /// <summary>The packaged words of a language, or null.</summary>
    /// <param name="language">Two-letter code.</param>
    public static FlowTexts? For(string language)
    {
        if (!Translation.Languages.Contains(language))
        {
            return null;
        }

        Func<string, string> say = Translation.Into(language).Whole;
        return new FlowTexts
        {
            Greeting = say(Sentences.FlowGreeting),
            RecordingNotice = say(Sentences.FlowRecordingNotice),
            RecordingQuestion = say(Sentences.FlowRecordingQuestion),
            Question = say(Sentences.FlowQuestion),
            MenuChoice = say(Sentences.FlowMenuChoice("{choice}", "{key}")),
            OneMoment = say(Sentences.FlowOneMoment),
            LookingForAgent = say(Sentences.FlowLookingForAgent),
            Position = say(Sentences.FlowPosition("{count}")),
            Wait = say(Sentences.FlowWait("{minutes}")),
            OfferCallback = say(Sentences.FlowOfferCallback),
            AskNumber = say(Sentences.FlowAskNumber),
            CallbackArranged = say(Sentences.FlowCallbackArranged),
            CallbackLater = say(Sentences.FlowCallbackLater),
            CallRefused = say(Sentences.FlowCallRefused),
            Closed = say(Sentences.FlowClosed),
            OfferCallbackWhenOpen = say(Sentences.FlowOfferCallbackWhenOpen),
            CallAgain = say(Sentences.FlowCallAgain),
            WriteAgain = say(Sentences.FlowWriteAgain),
            ChatRefused = say(Sentences.FlowChatRefused),
            DidItHelp = say(Sentences.FlowDidItHelp),
            Helped = say(Sentences.FlowHelped),
            Patience = say(Sentences.FlowPatience),
            RateCall = say(Sentences.FlowRateCall),
            RateChat = say(Sentences.FlowRateChat),
            Thanks = say(Sentences.FlowThanks),
        };
    }
}
