using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Json;
using SkiaSharp;
using Xunit;
using ZonaIntegritas.Domain.Auditing;
using ZonaIntegritas.Domain.Evidence;
using ZonaIntegritas.Web.Features.Evidence.Serving;

namespace ZonaIntegritas.Web.Tests.Features.Evidence.Serving;

public sealed class PictureTests : IAsyncLifetime
{
    private Scene _scene = null!;
    private TestApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.CreateAsync();
        _app = new(_scene.Database);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _scene.Dispose();
    }

    [Theory]
    // Taken with the camera on its side: 60 x 40 as stored, upright 40 x 60. Browsers do not turn a PNG, nor do we.
    [InlineData("foto.jpg", 40, 60)]
    [InlineData("foto.png", 60, 40)]
    [InlineData("foto.webp", 40, 60)]
    public async Task A_picture_has_a_small_one_that_stands_upright_and_is_made_once(string name, int width, int height)
    {
        var photo = await _scene.PutAsync(name, Shelf.Sample(name));
        using var browser = _app.ClientOf(_scene.Evaluator);

        using var response = await browser.GetAsync($"/berkas/{photo.Id}/gambar-kecil");
        var again = await browser.GetByteArrayAsync($"/berkas/{photo.Id}/gambar-kecil");

        Assert.Equal((HttpStatusCode.OK, "image/webp"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(bytes, again);
        using var small = SKBitmap.Decode(bytes);
        Assert.Equal((width, height), (small.Width, small.Height));
        Assert.Single(Directory.GetFiles(_scene.Database.Storage.Value.ThumbnailsFolder, "*", SearchOption.AllDirectories));
        // A picture in a list is not yet a look.
        Assert.Empty(await _scene.LooksAsync());
    }

    [Fact]
    public void Each_of_the_eight_ways_to_hold_a_camera_gives_the_same_upright_picture()
    {
        // Whatever turn or mirror the camera noted is undone.
        var jpeg = Shelf.Sample("foto.jpg");
        var orientation = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x01, 0x12, 0, 3, 0, 0, 0, 1]) + 8;
        Assert.True(orientation > 8);
        for (byte way = 1; way <= 8; way++)
        {
            jpeg[orientation + 1] = way;
            using var small = SKBitmap.Decode(Thumbnail.Make(new MemoryStream(jpeg)));

            Assert.Equal(way < 5 ? (60, 40) : (40, 60), (small.Width, small.Height));
            using var expected = Upright(SKBitmap.Decode(jpeg), way);
            using var mirrored = Upright(SKBitmap.Decode(jpeg), way % 2 == 0 ? way - 1 : way + 1);
            Assert.InRange(Difference(small, expected), 0, Difference(small, mirrored) / 2);
        }
    }

    [Fact]
    public void A_large_picture_becomes_no_larger_than_its_list_needs()
    {
        using var large = new SKBitmap(4000, 1000);
        using var data = large.Encode(SKEncodedImageFormat.Jpeg, 50);

        using var small = SKBitmap.Decode(Thumbnail.Make(data.AsStream()));

        Assert.Equal((320, 80), (small.Width, small.Height));
    }

    [Fact]
    public void A_picture_that_would_fill_the_memory_is_not_looked_at()
    {
        // A PNG of a few hundred bytes that says it is 60.000 x 60.000.
        var bomb = Shelf.Sample("foto.png");
        (bomb[16], bomb[17], bomb[18], bomb[19]) = (0, 0, 0xEA, 0x60);
        (bomb[20], bomb[21], bomb[22], bomb[23]) = (0, 0, 0xEA, 0x60);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(29), Crc32(bomb.AsSpan(12, 17)));

        Assert.Null(Thumbnail.Make(new MemoryStream(bomb)));
        Assert.Null(Thumbnail.Make(new MemoryStream("no picture"u8.ToArray())));
        Assert.Null(Thumbnail.Make(new MemoryStream()));
    }

    [Theory]
    [InlineData("surat.pdf")]
    [InlineData("foto.heic")]
    [InlineData("tiny.mp4")]
    public async Task What_browsers_do_not_draw_has_no_small_picture(string name)
    {
        var file = await _scene.PutAsync(name, name == "surat.pdf" ? SmallFiles.Pdf : Shelf.Sample(name));
        using var browser = _app.ClientOf(_scene.Coordinator);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/berkas/{file.Id}/gambar-kecil")).StatusCode);
    }

    [Theory]
    [InlineData("foto.jpg")]
    [InlineData("foto.png")]
    [InlineData("foto.webp")]
    [InlineData("foto.heic")]
    public async Task A_photo_tells_when_with_what_and_where_it_was_taken_and_that_is_a_look(string name)
    {
        var photo = await _scene.PutAsync(name, Shelf.Sample(name));
        using var browser = _app.ClientOf(_scene.Evaluator);

        var told = (await browser.GetFromJsonAsync<PhotoData>($"/berkas/{photo.Id}/data-foto"))!;

        Assert.Equal(("17 Oktober 2024 08.15", "Contoh P1", "6,2088° LS, 106,8456° BT"), (told.Taken, told.Camera, told.Place));
        Assert.Equal((-6.2088, 106.8456), (Math.Round(told.Latitude!.Value, 4), Math.Round(told.Longitude!.Value, 4)));
        Assert.Equal(AuditAction.EvidencePreviewed, Assert.Single(await _scene.LooksAsync()).Action);
    }

    [Fact]
    public async Task A_picture_without_such_data_tells_its_size_only_and_a_letter_nothing()
    {
        var plain = await _scene.PutAsync("polos.png", Plain());
        var letter = await _scene.PutAsync("surat.pdf", SmallFiles.Pdf);
        using var browser = _app.ClientOf(_scene.Coordinator);

        Assert.Equal(new(null, null, null, null, null, 12, 7), await browser.GetFromJsonAsync<PhotoData>($"/berkas/{plain.Id}/data-foto"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/berkas/{letter.Id}/data-foto")).StatusCode);
    }

    [Theory]
    [InlineData("gambar-kecil")]
    [InlineData("data-foto")]
    public async Task Neither_is_there_for_whoever_may_not_see_the_file(string what)
    {
        var photo = await _scene.PutAsync("foto.jpg", Shelf.Sample("foto.jpg"));
        var other = await _scene.Database.AddUserAsync(Domain.Access.Role.Koordinator, await _scene.Database.AddUnitAsync("Dinas Sosial"));
        using var browser = _app.ClientOf(other);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/berkas/{photo.Id}/{what}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/berkas/{Guid.CreateVersion7()}/{what}")).StatusCode);
        Assert.Empty(await _scene.LooksAsync());
    }

    [Theory]
    [InlineData(-6.2088, 106.8456, "6,2088° LS, 106,8456° BT")]
    [InlineData(5.55, 95.3176, "5,5500° LU, 95,3176° BT")]
    [InlineData(-33.9, -70.61234, "33,9000° LS, 70,6123° BB")]
    [InlineData(null, 106.8, null)]
    public void A_place_is_said_as_it_is_written_here(double? latitude, double? longitude, string? words) =>
        Assert.Equal(words, PhotoData.PlaceOf(latitude, longitude));

    [Theory]
    [InlineData("foto.jpg", EvidenceType.Jpeg)]
    [InlineData("foto.png", EvidenceType.Png)]
    [InlineData("foto.webp", EvidenceType.WebP)]
    [InlineData("foto.heic", EvidenceType.Heic)]
    public void A_file_that_lies_about_itself_is_read_without_harm(string name, EvidenceType type)
    {
        var (sound, random) = (Shelf.Sample(name), new Random(7));
        for (var round = 0; round < 3000; round++)
        {
            var bytes = sound[..(round % 3 == 0 ? random.Next(sound.Length) : sound.Length)];
            for (var change = 0; change < 4 && bytes.Length > 0; change++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            if (ExifBlock.Find(new MemoryStream(bytes), type) is { } block)
            {
                ExifTags.Read(block);
            }
        }
    }

    private static byte[] Plain()
    {
        using var bitmap = new SKBitmap(12, 7);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>By the words of the Exif standard: which side of the stored picture is the top, and which the left.</summary>
    private static SKBitmap Upright(SKBitmap stored, int way)
    {
        var (width, height) = (stored.Width, stored.Height);
        var upright = way < 5 ? new SKBitmap(width, height) : new SKBitmap(height, width);
        for (var y = 0; y < upright.Height; y++)
        {
            for (var x = 0; x < upright.Width; x++)
            {
                var (column, row) = way switch
                {
                    2 => (width - 1 - x, y),
                    3 => (width - 1 - x, height - 1 - y),
                    4 => (x, height - 1 - y),
                    5 => (y, x),
                    6 => (y, height - 1 - x),
                    7 => (width - 1 - y, height - 1 - x),
                    8 => (width - 1 - y, x),
                    _ => (x, y),
                };
                upright.SetPixel(x, y, stored.GetPixel(column, row));
            }
        }

        stored.Dispose();
        return upright;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var each in bytes)
        {
            crc ^= each;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(crc & 1));
            }
        }

        return ~crc;
    }

    private static double Difference(SKBitmap one, SKBitmap other) =>
        one.Pixels.Zip(other.Pixels, (a, b) => Math.Abs(a.Red - b.Red) + Math.Abs(a.Green - b.Green) + Math.Abs(a.Blue - b.Blue)).Average() / 3;
}
