using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Validation.Account;

/// <summary>Secrets that exist and hold what is taken from them. Only names of fields are looked at.</summary>
internal static class SecretsCheck
{
    private const string Check = "secrets";

    public static IEnumerable<AccountFinding> Find(ContactCenterConfiguration configuration, AccountReading reading)
    {
        foreach (var use in SecretUse.Of(configuration))
        {
            if (!reading.Secrets.TryGetValue(use.Arn, out var shape))
            {
                continue;
            }

            var what = $"secret {use.Arn[(use.Arn.LastIndexOf(':') + 1)..]} for {use.What}";
            if (shape is null)
            {
                yield return new(Check, what, "does not exist", $"make it with {use.Right}");
            }
            else if (!use.Fits(shape))
            {
                var held = shape.IsText ? "is a plain text"
                    : shape.Fields.Count == 0 ? "is empty"
                    : $"has only {string.Join(", ", shape.Fields)}";
                yield return new(Check, what, held, $"it must be {use.Right}");
            }
        }
    }
}
