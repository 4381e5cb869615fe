using ContactCenter.Language.Text;

namespace ContactCenter.Core.Common;

/// <summary>What customers said or wrote, as it may be kept: without personal data, bounded, on one line.</summary>
internal static class MaskedText
{
    /// <summary>Masked whole and cut afterwards: a number that is cut in two would no longer look like one.</summary>
    public static string Of(string text, int maximumLength) => BoundedText.Of(PersonalDataMask.Mask(text), maximumLength);
}
