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
        yield return string.Create(
            CultureInfo.InvariantCulture, $"US dollars a month{"",-20}   idle  {contacts,6:#,##0} contacts a day  unit price");
        foreach (var line in lines)
        {
            var price = line.Quantity.Length == 0 ? line.Price : $"{line.Price}: {line.Quantity}";
            yield return string.Create(CultureInfo.InvariantCulture, $"  {line.What,-34} {line.Idle,8:F2}  {line.Busy,21:F2}  {price}");
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"  {"sum, about",-34} {Whole(lines.Sum(static line => line.Idle)),8}  {Whole(lines.Sum(static line => line.Busy)),21}");
        yield return $"Prices of us-east-1 without free tiers, read on {CostEstimate.AsOf}; text messages and Contact Lens come on top "
            + "(docs/design/deployment.md).";
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
