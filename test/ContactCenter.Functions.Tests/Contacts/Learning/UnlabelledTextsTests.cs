using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Embedded;
using ContactCenter.Functions.Contacts;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Tests.Classification;
using ContactCenter.Language.Tests.Embedding;
using ContactCenter.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Functions.Tests.Contacts.Learning;

/// <summary>
/// Texts without a topic, through the deployed function: what is in the bucket becomes a part of the next model where the file wants it.
/// The encoder, which says what they are about, is made up.
/// </summary>
public sealed class UnlabelledTextsTests : IDisposable
{
    private static readonly DateTimeOffset Night = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);

    /// <summary>Wordings, so that there are texts enough to promote a model on.</summary>
    private static readonly string[] Wordings =
    [
        "{0}", "hello {0}", "please {0}", "uh {0}", "hi {0}", "good morning {0}", "excuse me {0}", "{0} please", "{0} hello", "{0} hi",
    ];

    private static readonly TrainingExample[] Labelled =
    [
        .. MadeUpEncoder.Texts.Where(static (_, i) => i % 2 == 0).SelectMany(static text =>
            Wordings.Select(wording => text with { Text = wording.Replace("{0}", text.Text, StringComparison.Ordinal) })),
    ];

    private static readonly TrainingExample[] Others = [.. MadeUpEncoder.Texts.Where(static (_, i) => i % 2 != 0)];

    private readonly StringWriter _log = new();

    private readonly InMemoryModels _models = new() { Texts = Labelled, Unlabelled = [.. Others.Select(static text => text.Text)] };

    [Fact]
    public async Task They_are_learned_from_and_the_answer_the_history_and_the_model_say_so()
    {
        var report = (string?)(await RetrainAsync(learns: true))["report"];

        var usable = Others.Count(static text => !HeldBack.Contains(text.Text));
        var sentence = $"Of {usable} texts without a topic {usable} were learned from.";
        Assert.Contains(sentence, report, StringComparison.Ordinal);
        Assert.EndsWith(sentence, _models.History.Current!.Reason, StringComparison.Ordinal);
        var model = Promoted();
        Assert.Equal(usable, model.Card.UnlabelledTexts);
        Assert.InRange(Right(model), Others.Length * 8 / 10, Others.Length);
    }

    [Fact]
    public async Task Without_the_setting_they_are_not_read()
    {
        var report = (string?)(await RetrainAsync(learns: false))["report"];

        Assert.DoesNotContain("without a topic", report, StringComparison.Ordinal);
        var model = Promoted();
        Assert.Equal(0, model.Card.UnlabelledTexts);
        Assert.InRange(Right(model), 0, Others.Length * 2 / 3);
    }

    [Fact]
    public async Task What_the_classifier_was_unsure_of_is_among_them_where_it_is_kept()
    {
        _models.Unlabelled = [];
        var heard = new InMemoryHeardContacts(new ManualClock(Night));
        foreach (var (i, text) in Others.Index())
        {
            await heard.KeepAsync(
                new UnsureContact($"c-{i}", text.Text, [], "en", Night.AddHours(-1)), TestContext.Current.CancellationToken);
        }

        _ = await RetrainAsync(learns: true, heard);

        Assert.Equal(Others.Count(static text => !HeldBack.Contains(text.Text)), Promoted().Card.UnlabelledTexts);
    }

    public void Dispose() => _log.Dispose();

    private ContactClassifier Promoted() => ContactClassifier.Read(_models.Files[_models.History.Current!.Id]);

    /// <summary>How many texts are right, without the encoder, whose words no labelled text has.</summary>
    private static int Right(ContactClassifier model) => Others.Count(text => model.ClassifyWords(text.Text).Topic == text.Topic);

    private async Task<JsonNode> RetrainAsync(bool learns, IHeardContacts? heard = null)
    {
        _ = _models.Promote(TinyModel.Trained.Model);
        var configuration = Hooks.Configuration with { Topics = new() { LearnsUnlabelled = learns, KeepUnsure = heard is not null } };
        using var system = new EmbeddedSystem(configuration, new ManualClock(Night), _log, services =>
        {
            services.AddSingleton(_models);
            services.AddSingleton(TinyModel.Fast with { Encoder = MadeUpEncoder.Encoder });
            if (heard is not null)
            {
                services.AddSingleton(heard);
            }
        });
        var function = ActivatorUtilities.CreateInstance<RetrainClassifierFunction>(system.Services);
        return JsonNode.Parse((await RuntimeLoop.InvokeAsync(function.RetrainClassifier, "{}")).Body)!;
    }
}
