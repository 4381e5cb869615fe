using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>A report that nobody gets, or of no period, is a mistake.</summary>
internal static class ReportRules
{
    private const string Path = "$.reports";

    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        if (configuration.Reports is not { } reports)
        {
            return;
        }

        if (!reports.Weekly && !reports.Monthly)
        {
            found.Add(new(Path, Findings.ReportNever, Findings.ReportPeriods));
        }

        if (reports.To.Count == 0)
        {
            found.Add(new($"{Path}.to", Findings.ReportNobody, Findings.ReportReaders));
        }

        foreach (var (place, audience) in reports.To.Index())
        {
            if (!configuration.Audiences.TryGetValue(audience, out var endpoints))
            {
                found.Add(new(
                    $"{Path}.to[{place}]",
                    ConfigurationRules.Quote(audience),
                    Suggestion.After(Findings.ReportReaders, audience, [.. configuration.Audiences.Keys])));
            }
            else if (!endpoints.Any(static endpoint => endpoint.Channel == Channel.Email))
            {
                found.Add(new($"{Path}.to[{place}]", ConfigurationRules.Quote(audience), Findings.ReportAddress));
            }
        }
    }
}
