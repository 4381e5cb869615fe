using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation;

/// <summary>Finds the name that somebody probably meant.</summary>
public static class Suggestion
{
    /// <summary>"; did you mean X?", or nothing when no name is near.</summary>
    public static string For(string name, IEnumerable<string> names) =>
        Near(name, names) is { } near ? Sentences.Meant("", near) : "";

    /// <summary>What would be right, and the name that was probably meant.</summary>
    public static string After(string right, string name, IEnumerable<string> names) =>
        Near(name, names) is { } near ? Sentences.Meant(right, near) : right;

    /// <summary>The name that is near enough to be meant, or null.</summary>
    public static string? Near(string name, IEnumerable<string> names)
    {
        var nearest = names
            .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(2, name.Length / 3) ? nearest.Name : null;
    }

    /// <summary>Levenshtein distance, case ignored.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = diagonal + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
