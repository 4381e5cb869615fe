using ContactCenter.Language.Classification.Explanation;

namespace ContactCenter.Language.Tests.Classification;

public class ContactExplainerTests
{
    [Fact]
    public void Word_that_carries_the_topic_speaks_for_it_as_it_was_written()
    {
        var explanation = ContactExplainer.Explain(TinyModel.Classifier, "hello INVOICE and more");
        Assert.Equal("billing", explanation.Topic);
        Assert.Equal("INVOICE", explanation.WordsFor[0].Text);
        Assert.True(explanation.WordsFor[0].Weight > 0);
    }

    [Fact]
    public void Word_of_another_topic_speaks_against()
    {
        var explanation = ContactExplainer.Explain(TinyModel.Classifier, "invoice for the parcel", "billing");
        Assert.Contains(explanation.WordsAgainst, evidence => evidence.Text == "parcel" && evidence.Weight < 0);
    }

    [Fact]
    public void Fragments_are_parts_of_the_words()
    {
        var explanation = ContactExplainer.Explain(TinyModel.Classifier, "invoice");
        Assert.NotEmpty(explanation.FragmentsFor);
        Assert.All(explanation.FragmentsFor, evidence => Assert.Contains(evidence.Text, "_invoice_", StringComparison.Ordinal));
    }

    [Fact]
    public void Unknown_topic_is_refused() =>
        Assert.Throws<ArgumentException>(() => ContactExplainer.Explain(TinyModel.Classifier, "invoice", "weather"));

    [Theory]
    [InlineData("")]
    [InlineData("😡")]
    [InlineData("don't")]
    public void Any_text_can_be_explained(string text) => Assert.NotNull(ContactExplainer.Explain(TinyModel.Classifier, text).Topic);
}
