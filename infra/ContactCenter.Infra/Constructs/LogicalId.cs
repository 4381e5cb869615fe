using ContactCenter.Core.Common;

namespace ContactCenter.Infra.Constructs;

/// <summary>Logical ids of what is made once for each resource: readable, stable, and different where only punctuation differs.</summary>
internal static class LogicalId
{
    /// <summary>CloudFormation's limit is 255; this leaves room for what the CDK adds.</summary>
    private const int MaximumLetters = 100;

    /// <summary>The id of a thing on a resource: <c>QueueWaitTimeGeneral4XWVD9V3</c>.</summary>
    public static string Of(string kind, string resource) => $"{Words(kind)}{Words(resource)}{Fingerprint.Of(resource)}";

    private static string Words(string text)
    {
        var letters = new List<char>();
        var begins = true;
        foreach (var letter in text)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                letters.Add(begins ? char.ToUpperInvariant(letter) : letter);
            }

            begins = !char.IsAsciiLetterOrDigit(letter);
        }

        return new string([.. letters.Take(MaximumLetters)]);
    }
}
