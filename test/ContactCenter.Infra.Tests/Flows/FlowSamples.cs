using ContactCenter.Core.Configuration;

namespace ContactCenter.Infra.Tests.Flows;

/// <summary>Configurations whose flows differ: with a bot and a menu, with either, with neither, and without Contact Lens.</summary>
internal static class FlowSamples
{
    /// <summary>Who calls it is spoken to in German.</summary>
    public const string GermanNumber = "+4969123456789";

    public static IEnumerable<string> Names => ["bot-and-menu", "bot", "bot-without-lens", "menu", "bare"];

    public static ContactCenterConfiguration Get(string name)
    {
        var sample = Synthesis.Sample();
        var flows = sample.Flows!;
        return sample with
        {
            Flows = flows with
            {
                Bot = name.StartsWith("bot", StringComparison.Ordinal) ? sample.Bots[0].Name : null,
                Menu = name.EndsWith("menu", StringComparison.Ordinal) ? flows.Menu : [],
            },
            Sentiment = sample.Sentiment with { ContactLens = !name.EndsWith("without-lens", StringComparison.Ordinal) },
        };
    }
}
