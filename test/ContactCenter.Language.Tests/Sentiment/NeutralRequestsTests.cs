using ContactCenter.Language.Sentiment;

namespace ContactCenter.Language.Tests.Sentiment;

/// <summary>What people ask a contact center for every day is no sentiment, although "lost" and "close" are in it.</summary>
public sealed class NeutralRequestsTests
{
    /// <summary>Nearer to 0 than this is no sentiment.</summary>
    private const double Neutral = 0.25;

    [Theory]
    [InlineData("I lost my card")]
    [InlineData("I have lost my password")]
    [InlineData("I want to close my account")]
    [InlineData("How do I cancel my subscription?")]
    [InlineData("Please cancel my order")]
    [InlineData("I need to cancel my appointment")]
    [InlineData("fire alarm test")]
    [InlineData("no thanks")]
    [InlineData("What does this mean?")]
    [InlineData("I like to know your hours")]
    [InlineData("I would like to change my address")]
    [InlineData("I'd like to speak to an agent")]
    [InlineData("We would like to book a table for four")]
    [InlineData("Where is my order?")]
    [InlineData("What is the status of my refund?")]
    [InlineData("I want to return an item")]
    [InlineData("Can you send me a return label?")]
    [InlineData("What is your refund policy?")]
    [InlineData("I would like to report a lost card")]
    [InlineData("I have a question about my bill")]
    [InlineData("How long does delivery take?")]
    [InlineData("When will my parcel arrive?")]
    [InlineData("Please call me back tomorrow")]
    [InlineData("I need to reset my password")]
    [InlineData("What is my account balance?")]
    [InlineData("Can I pay in two instalments?")]
    [InlineData("I want to upgrade my plan")]
    [InlineData("Do you have this in blue?")]
    [InlineData("Can you help me with my invoice?")]
    [InlineData("Which documents do I need for a claim?")]
    [InlineData("I want to make a damage claim")]
    [InlineData("I need a sick note")]
    [InlineData("Where is lost and found?")]
    [InlineData("Please block my card")]
    [InlineData("I want to stop a payment")]
    [InlineData("What is the daily limit on withdrawals?")]
    [InlineData("How much is the late fee?")]
    [InlineData("Do you sell gift cards?")]
    [InlineData("I need technical support for my router")]
    [InlineData("My router shows error code 42")]
    [InlineData("I want to dispute a charge")]
    [InlineData("Can I talk to the fraud department?")]
    [InlineData("My old address is 5 Main Street")]
    [InlineData("How do I turn on dark mode?")]
    [InlineData("Do you accept foreign currency?")]
    [InlineData("Are you open on Black Friday?")]
    [InlineData("I want to change the name on my ticket")]
    [InlineData("Does my life insurance cover my wife?")]
    [InlineData("How do I set the alarm?")]
    [InlineData("What is the interest rate on savings?")]
    [InlineData("Ich möchte meine Adresse ändern")]
    [InlineData("Wo ist mein Paket?")]
    [InlineData("Nein danke")]
    public void An_everyday_request_has_no_sentiment(string text)
    {
        var score = Score(text);

        Assert.True(Math.Abs(score) < Neutral, $"{score}: {SentimentScorer.Default.Explain(text)}");
    }

    [Theory]
    [InlineData("they lost my parcel")]
    [InlineData("You lost my luggage")]
    [InlineData("The airline lost my bag")]
    [InlineData("I lost my patience")]
    [InlineData("How long do I have to wait?")]
    public void What_sounds_alike_but_complains_is_below_zero(string text) => Assert.True(Score(text) <= -Neutral);

    private static double Score(string text) => SentimentScorer.Default.Score(text);
}
