using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Plan;

namespace ContactCenter.Cli.Validate;

/// <summary>The estimate of what a configuration costs, for people and for programs.</summary>
internal static class CostView
{
    /// <summary>One JSON object.</summary>
    public static string Json(ContactCenterConfiguration configuration, int contacts)
    {
        var lines = CostEstimate.For(configuration, contacts);
        return JsonSerializer.Serialize(
            new CostJson(
                "USD", CostEstimate.AsOf, contacts, Rounded(lines.Sum(static line => line.Idle)), Rounded(lines.Sum(static line => line.Busy)),
                [.. lines.Select(static line => line with { Idle = Rounded(line.Idle), Busy = Rounded(line.Busy) })]),
            CostJsonContext.Default.CostJson);
    }

    /// <summary>Lines of a table, and what they stand on.</summary>
    public static IEnumerable<string> Lines(ContactCenterConfiguration configuration, int contacts)
    {
        var lines = CostEstimate.For(configuration, contacts);
        yield return Say.CostHead($"{"",-20}", $"{contacts,6:#,##0}");
        foreach (var line in lines)
        {
            var (what, price) = (Spoken.Now.Finding(line.What), Spoken.Now.Finding(line.Price));
            var (idle, busy) = (Spoken.Now.Number($"{line.Idle:F2}"), Spoken.Now.Number($"{line.Busy:F2}"));
            var counted = line.Quantity.Length == 0 ? price : $"{price}: {Spoken.Now.Finding(line.Quantity)}";
            yield return $"  {what,-34} {idle,8}  {busy,21}  {counted}";
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"  {Say.CostSum,-34} {Whole(lines.Sum(static line => line.Idle)),8}  {Whole(lines.Sum(static line => line.Busy)),21}");
        yield return Say.CostFoot(CostEstimate.AsOf);
    }

    private static double Whole(double dollars) => Math.Round(Rounded(dollars), MidpointRounding.AwayFromZero);

    private static double Rounded(double dollars) => Math.Round(dollars, 2);
}

/// <summary>The estimate as JSON.</summary>
/// <param name="Currency">Of all amounts.</param>
/// <param name="PricesAsOf">When prices were read.</param>
/// <param name="ContactsPerDay">What <paramref name="Busy"/> is reckoned with.</param>
/// <param name="Idle">Sum a month when nobody calls.</param>
/// <param name="Busy">Sum a month at these contacts.</param>
/// <param name="Lines">What it is made of.</param>
internal sealed record CostJson(
    string Currency, string PricesAsOf, int ContactsPerDay, double Idle, double Busy, IReadOnlyList<CostLine> Lines);

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CostJson))]
internal sealed partial class CostJsonContext : JsonSerializerContext;
