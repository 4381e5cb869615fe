using System.Reflection;
using ContactCenter.Language.Classification.Evaluation;
using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Language.Tests.Classification;

public class PackagedModelTests
{
    [Fact]
    public void Model_of_a_layer_is_found_where_none_is_beside_the_program()
    {
        var (beside, layer) = (Directory.CreateTempSubdirectory("contactcenter-"), Directory.CreateTempSubdirectory("contactcenter-"));
        try
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, PackagedModel.FileName), Path.Combine(layer.FullName, PackagedModel.FileName));

            using var model = PackagedModel.Open(beside.FullName, layer.FullName);

            Assert.Equal(PackagedModel.Classifier.Topics, model.Classifier.Topics);
        }
        finally
        {
            beside.Delete(recursive: true);
            layer.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_function_without_the_layer_says_where_it_looked()
    {
        var folder = Directory.CreateTempSubdirectory("contactcenter-");
        try
        {
            var exception = Assert.Throws<ModelFileException>(() => PackagedModel.Open(folder.FullName, "/opt/none"));

            Assert.Contains(Path.Combine("/opt/none", PackagedModel.FileName), exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete();
        }
    }

    [Fact]
    public void Packaged_texts_teach_what_contacts_are_about()
    {
        var examples = Texts();
        List<string> topics = [.. examples.Select(example => example.Topic).Distinct()];
        var held = StratifiedFolds.Deal([.. examples.Select(example => topics.IndexOf(example.Topic))], 5, 1);
        TrainingExample[] training = [.. examples.Where((_, i) => held[i] != 0)];
        TrainingExample[] test = [.. examples.Where((_, i) => held[i] == 0)];
        var classifier = ContactClassifier.Read(TinyModel.Train(training, TinyModel.Fast).Model);
        var quality = ClassifierEvaluator.Evaluate(classifier, test, cancellation: TestContext.Current.CancellationToken).Quality;
        Assert.True(quality.Accuracy > 0.8, $"accuracy {quality.Accuracy}");
        Assert.True(quality.OutOfScope.Recall > 0.3, $"recall out of scope {quality.OutOfScope.Recall}");
    }

    [Fact]
    public void Packaged_texts_have_enough_of_every_topic_and_none_twice()
    {
        var kinds = DatasetReview.Review(Texts()).Select(warning => warning.Kind).ToArray();
        Assert.DoesNotContain(DatasetWarningKind.FewExamples, kinds);
        Assert.DoesNotContain(DatasetWarningKind.EmptyText, kinds);
    }

    [Theory]
    [InlineData("hi there, my parcel still has not shown up", "delivery")]
    [InlineData("uh yeah I would like to quit my subscription", "cancel_contract")]
    [InlineData("somebody has stolen my bank card", "card_lost")]
    [InlineData("i forgott my pasword", "password_login")]
    [InlineData("Ich möchte meinen Vertrag kündigen", "cancel_contract")]
    [InlineData("can I please speak with a human being", "talk_to_person")]
    public void Packaged_model_knows_common_contacts(string text, string topic) =>
        Assert.Equal(topic, PackagedModel.Classifier.Classify(text).Topic);

    [Fact]
    public void Packaged_model_does_not_act_on_small_talk()
    {
        string[] acted = [.. SmallTalk.Texts.Where(text => PackagedModel.Classifier.Classify(text).Verdict == ContactVerdict.Sure)];
        Assert.True(acted.Length <= SmallTalk.Texts.Count / 10, string.Join("; ", acted));
    }

    [Fact]
    public void Small_talk_that_is_asked_about_was_not_learned() =>
        Assert.Empty(SmallTalk.Texts.Intersect(Texts().Select(example => example.Text), StringComparer.OrdinalIgnoreCase));

    [Theory]
    [InlineData("no")]
    [InlineData("yes")]
    [InlineData("hello")]
    [InlineData("thank you")]
    [InlineData("my name is john smith")]
    [InlineData("asdf")]
    [InlineData("12345")]
    [InlineData("nearest gas station")]
    public void Packaged_model_refuses_what_is_said_between_contacts(string text) =>
        Assert.Equal(ContactVerdict.OutOfScope, PackagedModel.Classifier.Classify(text).Verdict);

    [Fact]
    public void Packaged_model_is_of_the_packaged_texts()
    {
        var examples = Texts();
        var card = PackagedModel.Classifier.Card;
        Assert.Equal(examples.Count(example => !example.IsOutOfScope), card.TrainingTexts);
        Assert.Equal(examples.Count(example => example.IsOutOfScope), card.OutOfScopeTexts);
        Assert.Equal(
            examples.Where(example => !example.IsOutOfScope).Select(example => example.Topic).Distinct().Order(StringComparer.Ordinal),
            card.Topics);
        Assert.True(ClassifierEvaluator.Evaluate(
            PackagedModel.Classifier, examples, cancellation: TestContext.Current.CancellationToken).Quality.Accuracy > 0.97);
    }

    private static IReadOnlyList<TrainingExample> Texts()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("contact-topics.csv")!;
        using var reader = new StreamReader(stream);
        return LabelledCsv.Read(reader);
    }
}
