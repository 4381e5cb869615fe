using ContactCenter.Core.Contacts.Entities;

namespace ContactCenter.Core.Tests.Contacts.Entities;

public sealed class NumberPatternTests
{
    [Theory]
    [InlineData(@"AB\d{6}", "ab123456", true)]
    [InlineData(@"AB\d{6}", "ab12345", false)]
    [InlineData(@"AB\d{6}", "ab1234567", false)]
    [InlineData(@"AB-?\d{6}", "AB123456", true)]
    [InlineData(@"[A-C]{2}\d{4,6}X?", "ac1234", true)]
    [InlineData(@"[A-C]{2}\d{4,6}X?", "ac123456x", true)]
    [InlineData(@"[A-C]{2}\d{4,6}X?", "ad1234", false)]
    [InlineData(@"[A-F0-9]{8}", "00ffaa11", true)]
    [InlineData(@"[A-F0-9]{8}", "00ffaag1", false)]
    [InlineData(@"\d?\d?\d{4}", "12345", true)]
    public void A_number_looks_like_its_pattern_or_not(string pattern, string number, bool expected)
    {
        var read = NumberPattern.Parse(pattern)!;

        Assert.Equal(expected, read.IsWhole(number.Aggregate(read.Beginning, read.Next)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(@"\d{3}")]
    [InlineData("[A-Z]{8}")]
    [InlineData(@"\d{41}")]
    [InlineData(@"\d{20}\d{21}")]
    [InlineData(@"\d{0,9999999999}")]
    [InlineData(@"\d{6")]
    [InlineData(@"\d{6,4}")]
    [InlineData(@"[A-9]\d{6}")]
    [InlineData(@"[Z-A]\d{6}")]
    [InlineData(@"[]\d{6}")]
    [InlineData(@"[A-\d{6}")]
    [InlineData(@"(a+)+\d{6}")]
    [InlineData(@".*\d{6}")]
    [InlineData(@"\w\d{6}")]
    [InlineData("\\")]
    [InlineData(@"ä\d{6}")]
    public void What_is_no_pattern_is_refused(string pattern) => Assert.Null(NumberPattern.Parse(pattern));
}
