using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ContactCenter.Cli.Classification;
using ContactCenter.Cli.Sentiment;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Language.Classification.Explanation;
using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;

namespace ContactCenter.Cli.Commands;

/// <summary><c>contactcenter classify</c>: what a text is about, and why.</summary>
internal static class ClassifyCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("model")
        {
            Description = "Model file (.ccm), or 'packaged' for the one that comes with the program."
        };
        var text = new Argument<string?>("text")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "The text; without it, or with -, one text per line is read."
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object per text, with probabilities and the explanation." };
        var config = Settings.Option();
        var command = new Command(
            "classify",
            """
            Says what a text is about. Topics that the configuration calls emergencies count in whatever clause they are heard.

            Examples:
              contactcenter classify packaged "I lost my card on the train"
              contactcenter classify contacts.ccm - < transcripts.txt
              contactcenter classify contacts.ccm "why is my bill so high" --json
            """)
        {
            model, text, json, config,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(
            Classify(
                parsed.GetValue(model)!, parsed.GetValue(text), parsed.GetValue(json), parsed.GetValue(config), cancellation)));
        return command;
    }

    private static int Classify(string model, string? text, bool json, string? config, CancellationToken cancellation)
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
        if (text is not null and not "-")
        {
            Answer(classifier, text, emergencies, json);
            return ExitCode.Done;
        }

        foreach (var line in BoundedLines.Read(
            Console.In, ContactClassifier.MaximumCharacters).TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            Answer(classifier, line, emergencies, json);
        }

        return ExitCode.Done;
    }

    private static void Answer(ContactClassifier classifier, string text, IReadOnlySet<string> emergencies, bool json)
    {
        var answer = classifier.Classify(text, emergencies);
        if (answer.Verdict == ContactVerdict.NoText && !json)
        {
            Console.WriteLine("no text");
            return;
        }

        if (json)
        {
            var explained = new ExplainedClassification(answer, ContactExplainer.Explain(classifier, text));
            Console.WriteLine(JsonSerializer.Serialize(explained, ClassificationJson.Default.ExplainedClassification));
            return;
        }

        var verdict = answer.Verdict switch
        {
            ContactVerdict.Sure => "",
            ContactVerdict.Unsure => "unsure: ",
            _ => "out of scope: ",
        };
        var topics = answer.Topics.Select(topic =>
            string.Create(CultureInfo.InvariantCulture, $"{topic.Topic} {100 * topic.Probability:F1} %"));
        Console.WriteLine(verdict + string.Join(", ", topics) + (answer.Urgency is { } urgency ? $"; urgency {urgency.Topic}" : ""));
    }
}
