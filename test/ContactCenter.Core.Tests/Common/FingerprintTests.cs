using ContactCenter.Core.Common;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Common;

public sealed class FingerprintTests
{
    [Fact]
    public void A_fingerprint_is_eight_letters_that_can_be_read_aloud() => Prop
        .ForAll(Gen.Choose(int.MinValue, int.MaxValue).ToArbitrary(), number =>
            Fingerprint.Of($"{number}") is { Length: 8 } code && code.All("0123456789ABCDEFGHJKMNPQRSTVWXYZ".Contains))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_fingerprint_is_the_same_for_ever() =>
        Assert.Equal(Stored, Fingerprint.Of("123456789012/eu-central-1\nqueue\nBilling"));

    [Fact]
    public void Ten_thousand_texts_have_ten_thousand_fingerprints() =>
        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(i => Fingerprint.Of($"{i}")).Distinct().Count());

    /// <summary>Ids of stored incidents begin with it, so it must never change.</summary>
    private const string Stored = "G1F30BTQ";
}
