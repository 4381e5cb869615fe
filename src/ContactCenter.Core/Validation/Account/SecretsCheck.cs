using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Account;

/// <summary>Secrets that exist and hold what is taken from them. Only names of fields are looked at.</summary>
internal static class SecretsCheck
{
    private const string Check = "secrets";

    public static IEnumerable<AccountFinding> Find(IEnumerable<SecretUse> uses, AccountReading reading)
    {
        foreach (var use in uses)
        {
            if (!reading.Secrets.TryGetValue(use.Arn, out var shape))
            {
                continue;
            }

            var what = What(use);
            if (shape is null)
            {
                yield return AccountFinding.Of(Check, what, Sentences.FoundNoSecret, Sentences.RightMakeSecret(use.Right));
            }
            else if (!use.Fits(shape))
            {
                Func<string, string> held = shape.IsText ? Sentences.FoundPlainText
                    : shape.Fields.Count == 0 ? Sentences.FoundEmptySecret
                    : it => Sentences.FoundOnlyFields(it, string.Join(", ", shape.Fields));
                yield return AccountFinding.Of(Check, what, held, Sentences.RightSecret(use.Right));
            }
        }
    }

    /// <summary>What a secret is called in findings.</summary>
    public static string What(SecretUse use) => Sentences.WhatSecret(use.Arn[(use.Arn.LastIndexOf(':') + 1)..], use.What);
}
