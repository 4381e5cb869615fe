using System.CommandLine;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Cli.Embedding;

/// <summary>The encoder that a command takes: the one that is named, or that of the usual place where there is one.</summary>
internal static class EncoderAtHand
{
    /// <summary>Where <c>contactcenter encoder make</c> puts it.</summary>
    public const string UsualPlace = $"models/{EncoderLocation.FileName}";

    /// <summary>Asks for none.</summary>
    public const string None = "none";

    public static Option<string?> Option() => new("--encoder") { Description = Say.OptionEncoder };

    /// <summary>Opens it; false where it is none, and the error stream says why.</summary>
    /// <param name="named">What the option says.</param>
    /// <param name="encoder">The encoder; null where none is asked for, or none is there.</param>
    public static bool TryOpen(string? named, out SentenceEncoder? encoder)
    {
        encoder = null;
        if (named == None || (named is null && !File.Exists(UsualPlace)))
        {
            return true;
        }

        try
        {
            encoder = SentenceEncoder.Open(named ?? UsualPlace);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or EncoderFileException)
        {
            Console.Error.WriteLine(InputFile.Problem(named ?? UsualPlace, error));
            return false;
        }
    }

    /// <summary>Opens that with which a base of articles was built, if it was with one. Another is of no use to it, and is told.</summary>
    public static bool TryOpenFor(KnowledgeBase knowledge, string? named, out SentenceEncoder? encoder)
    {
        encoder = null;
        if (knowledge.Encoder is not { } built)
        {
            return true;
        }

        var isOpen = TryOpen(named, out encoder);
        if (encoder is not null && encoder.Id != built)
        {
            Console.Error.WriteLine(Say.EncoderOfAnotherBase(named ?? UsualPlace, encoder.Id, built));
        }

        return isOpen;
    }

    /// <summary>Opens that with which a model was trained, if it was with one. Another than that is of no use to it, and is told.</summary>
    public static bool TryOpenFor(ContactClassifier classifier, string? named, out SentenceEncoder? encoder)
    {
        encoder = null;
        if (classifier.Card.Encoder is not { } card)
        {
            return true;
        }

        var isOpen = TryOpen(named, out encoder);
        if (encoder is not null && encoder.Id != card.Id)
        {
            Console.Error.WriteLine(Say.EncoderOfAnother(named ?? UsualPlace, encoder.Id, card.Id));
        }

        return isOpen;
    }
}
