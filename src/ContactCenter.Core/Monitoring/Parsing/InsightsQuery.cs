using System.Text.RegularExpressions;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Monitoring.Parsing;

/// <summary>
/// What a Metrics Insights query reads (Amazon CloudWatch user guide, "Query components and syntax in CloudWatch Metrics Insights"):
/// <c>SELECT MAX(QueueSize) FROM SCHEMA("AWS/Connect", InstanceId, QueueName) WHERE … GROUP BY QueueName</c>.
/// </summary>
/// <param name="Statistic">The statistic as the catalog spells it.</param>
/// <param name="Name">Metric name.</param>
/// <param name="Namespace">CloudWatch namespace.</param>
/// <param name="Fixed">The dimensions that the condition fixes to one value; none when it is more than equalities that must all
/// hold.</param>
internal sealed partial record InsightsQuery(string Statistic, string Name, string Namespace, IReadOnlyList<MetricDimension> Fixed)
{
    /// <summary>CloudWatch allows 2,048 characters in an expression; twice that is read.</summary>
    private const int MaximumLength = 4096;

    private static readonly string[] AfterCondition = ["GROUP", "ORDER", "LIMIT"];

    /// <summary>Whether an expression is a query, be it readable or not.</summary>
    public static bool Is(string expression) => expression.AsSpan().TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a query gives several series.</summary>
    public static bool Groups(string expression) =>
        expression.Length <= MaximumLength && Grouping().IsMatch(expression);

    /// <summary>Reads a query; null when the expression is none.</summary>
    public static InsightsQuery? Read(string expression)
    {
        if (!Is(expression) || expression.Length > MaximumLength)
        {
            return null;
        }

        var tokens = new Queue<Match>(Token().Matches(expression));
        return Take(tokens, "SELECT")
            && Statistics(tokens) is { } statistic
            && Take(tokens, "(") && TakeName(tokens) is { } name && Take(tokens, ")")
            && Take(tokens, "FROM") && Source(tokens) is { } source
            ? new InsightsQuery(statistic, name, source, Take(tokens, "WHERE") ? Condition(tokens) : [])
            : null;
    }

    private static string? Statistics(Queue<Match> tokens) => tokens.TryDequeue(out var token)
        ? token.Value.ToUpperInvariant() switch
        {
            "AVG" => "Average",
            "COUNT" => "SampleCount",
            "MAX" => "Maximum",
            "MIN" => "Minimum",
            "SUM" => "Sum",
            _ => null,
        }
        : null;

    private static string? Source(Queue<Match> tokens)
    {
        if (!Take(tokens, "SCHEMA"))
        {
            return TakeName(tokens);
        }

        var source = Take(tokens, "(") ? TakeName(tokens) : null;
        while (source is not null && Take(tokens, ","))
        {
            source = TakeName(tokens) is null ? null : source;
        }

        return source is not null && Take(tokens, ")") ? source : null;
    }

    private static MetricDimension[] Condition(Queue<Match> tokens)
    {
        var dimensions = new List<MetricDimension>();
        while (tokens.Count > 0 && !AfterCondition.Contains(tokens.Peek().Value, StringComparer.OrdinalIgnoreCase))
        {
            if (TakeName(tokens) is not { } name
                || !Take(tokens, "=")
                || !tokens.TryDequeue(out var value)
                || !value.Groups["text"].Success)
            {
                return [];
            }

            dimensions.Add(new MetricDimension(name, value.Groups["text"].Value));
            if (!Take(tokens, "AND"))
            {
                break;
            }
        }

        return tokens.Count == 0 || AfterCondition.Contains(tokens.Peek().Value, StringComparer.OrdinalIgnoreCase) ? [.. dimensions] : [];
    }

    private static bool Take(Queue<Match> tokens, string word) =>
        tokens.TryPeek(out var next) && next.Value.Equals(word, StringComparison.OrdinalIgnoreCase) && tokens.TryDequeue(out _);

    /// <summary>A name, with quotation marks or without.</summary>
    private static string? TakeName(Queue<Match> tokens)
    {
        if (!tokens.TryDequeue(out var token))
        {
            return null;
        }

        var name = token.Groups["quoted"].Success ? token.Groups["quoted"].Value : token.Groups["word"].Value;
        return name.Length > 0 ? name : null;
    }

    [GeneratedRegex("\\bGROUP\\s+BY\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Grouping();

    [GeneratedRegex("""
        "(?<quoted>[^"]*)"|'(?<text>[^']*)'|(?<word>[\w./:#-]+)|\S
        """, RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
