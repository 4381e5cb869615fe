using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Tests.Embedding;

public class EncoderFileTests
{
    [Fact]
    public void A_foreign_file_is_refused() =>
        Assert.Contains("CCENCOD", Assert.Throws<EncoderFileException>(() => SentenceEncoder.Read(new byte[4096])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Another_version_is_refused()
    {
        var file = EncoderFile.Write("none", 0, []);
        file[8] = 9;

        Assert.Contains("9", Assert.Throws<EncoderFileException>(() => SentenceEncoder.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_is_found()
    {
        var file = EncoderFile.Write("notices", 0, [new byte[64]]);
        file[^1] ^= 1;

        Assert.Contains(
            "checksum", Assert.Throws<EncoderFileException>(() => SentenceEncoder.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_Lambda_has_verified_is_known_by_its_checksum_without_being_read()
    {
        var file = MadeUpEncoder.Image(seed: 1);
        var id = EncoderFile.Read(file).Id;
        file[^1] ^= 1;

        Assert.Equal(id, EncoderFile.Read(file, isVerified: true).Id);
        _ = Assert.Throws<EncoderFileException>(() => EncoderFile.Read(file));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_ends_too_early_is_refused(bool isVerified) => _ = Assert.Throws<EncoderFileException>(
        () => EncoderFile.Read(EncoderFile.Write("notices", 12, [new byte[64]]), isVerified));

    [Fact]
    public void What_is_no_onnx_file_is_refused() => _ = Assert.Throws<EncoderFileException>(
        () => EncoderBuilder.Build(
            new byte[] { 0x3A, 0x7F, 1 }, string.Join('\n', Enumerable.Range(0, EncoderShape.Pieces).Select(static i => $"p{i}")), ""));

    [Fact]
    public void Another_vocabulary_is_refused() => Assert.Contains(
        "30522", Assert.Throws<EncoderFileException>(() => EncoderBuilder.Build(default, "a\nb", "")).Message, StringComparison.Ordinal);
}
