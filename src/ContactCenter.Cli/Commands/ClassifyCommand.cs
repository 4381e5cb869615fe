using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Cli.Classification;
using ContactCenter.Cli.Embedding;
using ContactCenter.Cli.Sentiment;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Language.Classification.Explanation;
using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Embedding;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter classify</c>: what a text is about, and why.</summary>
internal static class ClassifyCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model")
        {
            Description = Say.ArgumentModel
        };
        var text = new Argument<string?>("text")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = Say.ArgumentText
        };
        var json = new Option<bool>("--json") { Description = Say.OptionJsonText };
        var encoder = EncoderAtHand.Option();
        var config = Settings.Option();
        var command = new Command(
            "classify",
            Say.HelpClassify)
        {
            model, text, json, encoder, config,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(
            Classify(
                parsed.GetValue(model)!, parsed.GetValue(text), parsed.GetValue(json), parsed.GetValue(encoder),
                parsed.GetValue(config), cancellation)));
        return command;
    }

    private static int Classify(
        string model, string? text, bool json, string? named, string? config, CancellationToken cancellation)
    {
        if (Settings.Load(config, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        var emergencies = EmergencyTopics.Of(configuration);
        using var mapped = model == Labelled.Packaged ? null : Labelled.Open(model);
        if (mapped is null && model != Labelled.Packaged)
        {
            return ExitCode.Problems;
        }

        var classifier = mapped?.Classifier ?? PackagedModel.Classifier;
        if (!EncoderAtHand.TryOpenFor(classifier, named, out var encoder))
        {
            return ExitCode.Problems;
        }

        if (text is not null and not "-")
        {
            Answer(classifier, text, emergencies, encoder, json);
            return ExitCode.Done;
        }

        foreach (var line in BoundedLines.Read(
            StandardStreams.AwaitTexts(), ContactClassifier.MaximumCharacters).TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            Answer(classifier, line, emergencies, encoder, json);
        }

        return ExitCode.Done;
    }

    private static void Answer(
        ContactClassifier classifier, string text, IReadOnlySet<string> emergencies, SentenceEncoder? encoder, bool json)
    {
        var answer = classifier.Classify(text, emergencies, encoder);
        if (answer.Verdict == ContactVerdict.NoText && !json)
        {
            Console.WriteLine(Say.NoText);
            return;
        }

        if (json)
        {
            var explained = new ExplainedClassification(answer, ContactExplainer.Explain(classifier, text));
            Console.WriteLine(JsonSerializer.Serialize(explained, ClassificationJson.Default.ExplainedClassification));
            return;
        }

        var topics = string.Join(", ", answer.Topics.Select(topic =>
            string.Create(CultureInfo.InvariantCulture, $"{topic.Topic} {100 * topic.Probability:F1} %")));
        var words = answer.Verdict switch
        {
            ContactVerdict.Sure => topics,
            ContactVerdict.Unsure => Say.TopicsUnsure(topics),
            _ => Say.TopicsOutside(topics),
        };
        Console.WriteLine(answer.Urgency is { } urgency ? Say.WithUrgency(words, urgency.Topic) : words);
    }
}
