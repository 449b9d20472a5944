import Foundation

/// Measures pages in frames of given sizes, all in one run of the browser.
enum Probe {
  struct Frame {
    var file: URL
    var width: Int
    var height: Int
    /// Presses the keys of a slide show and looks at every slide.
    var isSlides = false
  }

  /// What was measured in a frame.
  struct Measures: Decodable {
    var title: String
    /// The width that the page takes, of which a window shows `width`.
    var scrollWidth: Int
    /// The least contrast of any text with its ground, times 100, and the text.
    var contrast: Int
    var palest: String
    /// Of ballots: the greatest height of one in pixels; of one in mm, 3.7795 pixels.
    var paper: Int
    /// Of slides: how many the keys lead through, how many there are, which the keys Home, PageUp, PageDown and End lead to.
    var seen: Int
    var slides: Int
    /// How many slides show before any key is pressed.
    var showing: Int
    var places: [Int]
    /// The least size of letters of a body, in thousandths of the height of the slide; and those slides that hold more than they show.
    var letters: Int
    var overflowing: [String]
  }

  static func measure(_ frames: [Frame], in folder: URL) throws -> [Measures] {
    let elements = frames.map { frame in
      "<iframe src='\(frame.file.absoluteString)' width='\(frame.width)' height='\(frame.height)' data-slides='\(frame.isSlides)' style='border:0'></iframe>"
    }
    let page = folder.appending(path: "probe.html")
    let text =
      "<!DOCTYPE html><meta charset='utf-8'><body>\(elements.joined())<pre id='measures'></pre><script>\(script)</script>"
    try Data(text.utf8).write(to: page)
    let document = try Browser.document(of: page)
    let start = document.range(of: "<pre id=\"measures\">")?.upperBound ?? document.startIndex
    let end = document.range(of: "</pre>", range: start..<document.endIndex)?.lowerBound ?? start
    let json = document[start..<end].replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
      "&amp;", with: "&")
    return try JSONDecoder().decode([Measures].self, from: Data(json.utf8))
  }

  private static let script = """
    function channels(colour) { return colour.match(/[0-9.]+/g).map(Number); }
    function luminance(c) {
      var parts = c.slice(0, 3).map(function (v) { v /= 255; return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); });
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
    function ground(element, view) {
      for (var e = element; e; e = e.parentElement) {
        var c = channels(view.getComputedStyle(e).backgroundColor);
        if (c.length < 4 || c[3] > 0) { return c; }
      }
      return [255, 255, 255];
    }
    function texts(root, view) {
      var walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
      while (walker.nextNode()) {
        var element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || /^(script|style|title|desc)$/i.test(element.tagName)) { continue; }
        found.push(element);
      }
      return found;
    }
    function palest(doc, view, measures) {
      measures.contrast = 2100; measures.palest = '';
      var seen = new Set();
      texts(doc.body, view).forEach(function (element) {
        var style = view.getComputedStyle(element);
        var ink = channels(element.namespaceURI.endsWith('svg') ? style.fill : style.color);
        var behind = ground(element, view), key = ink + '/' + behind;
        if (seen.has(key)) { return; }
        seen.add(key);
        var a = luminance(ink), b = luminance(behind);
        var ratio = Math.floor(100 * (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
        if (ratio < measures.contrast) { measures.contrast = ratio; measures.palest = element.textContent.slice(0, 40); }
      });
    }
    function press(doc, key) { doc.dispatchEvent(new doc.defaultView.KeyboardEvent('keydown', { key: key, bubbles: true })); }
    function shown(doc) { return Array.from(doc.querySelectorAll('.slide')).findIndex(function (s) { return s.offsetHeight > 0; }) + 1; }
    function slideShow(doc, view, measures) {
      var all = doc.querySelectorAll('.slide');
      measures.slides = all.length;
      for (var i = 0; i < all.length; i++) {
        var slide = doc.querySelector('.slide.now');
        if (slide !== all[i]) { break; }
        measures.seen = i + 1;
        var body = slide.querySelector('.body'), height = slide.getBoundingClientRect().height;
        if (slide.scrollHeight > slide.clientHeight + 1 || body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1) {
          measures.overflowing.push(slide.id + ' ' + body.scrollHeight + '>' + body.clientHeight);
        }
        texts(slide, view).forEach(function (element) {
          if (element.closest('.foot')) { return; }
          var size = Math.floor(1000 * parseFloat(view.getComputedStyle(element).fontSize) / height);
          if (size < measures.letters) { measures.letters = size; }
        });
        press(doc, ['ArrowRight', 'ArrowDown', 'PageDown', ' '][i % 4]);
      }
      ['Home', 'PageDown', 'PageUp', 'End', 'ArrowRight', 'ArrowLeft'].forEach(function (key) {
        press(doc, key); measures.places.push(shown(doc));
      });
    }
    window.addEventListener('load', function () {
      var all = Array.from(document.querySelectorAll('iframe')).map(function (frame) {
        var doc = frame.contentDocument, view = frame.contentWindow;
        var measures = { title: doc.title, scrollWidth: doc.documentElement.scrollWidth, paper: 0, seen: 0, slides: 0, showing: 0, places: [], letters: 1000, overflowing: [] };
        palest(doc, view, measures);
        measures.showing = Array.from(doc.querySelectorAll('.slide')).filter(function (s) { return s.offsetHeight > 0; }).length;
        doc.querySelectorAll('.paper').forEach(function (p) { measures.paper = Math.max(measures.paper, Math.ceil(p.getBoundingClientRect().height)); });
        if (frame.dataset.slides === 'true') { slideShow(doc, view, measures); }
        return measures;
      });
      document.getElementById('measures').textContent = JSON.stringify(all);
    });
    """
}
